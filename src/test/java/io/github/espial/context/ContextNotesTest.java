package io.github.espial.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.IpAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContextNotesTest {
    @Test
    void saysOnceOfEachKindThatThereIsTooMuch() {
        ContextNotes notes = new ContextNotes();
        NeighborEntry entry = new NeighborEntry(
                7, IpAddress.parse("192.0.2.1"), Optional.empty(), Optional.empty(), Optional.empty());
        for (int i = 0; i < ContextNotes.MAX_KEPT + 10; i++) {
            notes.add(entry);
        }
        assertThat(notes.entries().neighbors()).hasSize(ContextNotes.MAX_KEPT);
        assertThat(notes.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).startsWith("more than 1048576 entries"));
    }
}
