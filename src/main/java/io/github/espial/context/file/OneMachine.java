package io.github.espial.context.file;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.HostName;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.Words;
import io.github.espial.net.MacAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Says where the outputs in one file cannot be of one machine. */
final class OneMachine {
    private final ContextNotes notes;

    OneMachine(ContextNotes notes) {
        this.notes = notes;
    }

    void check() {
        List<HostName> names = notes.hostNames();
        for (HostName name : names.subList(Math.min(1, names.size()), names.size())) {
            if (!name.mayBe(names.get(0))) {
                notes.problem(
                        name.line(),
                        "the host is called " + name.name() + " here and "
                                + names.get(0).name() + " at line "
                                + names.get(0).line()
                                + ": outputs of two machines in one file");
            }
        }
        checkCards();
    }

    /** An index stands for one card as long as the machine runs. */
    private void checkCards() {
        Map<Integer, InterfaceEntry> cards = new HashMap<>();
        for (InterfaceEntry entry : notes.interfaces()) {
            OptionalInt index = entry.index().map(Words::smallNumber).orElseGet(OptionalInt::empty);
            if (index.isEmpty() || entry.mac().isEmpty()) {
                continue;
            }
            InterfaceEntry first = cards.putIfAbsent(index.getAsInt(), entry);
            if (first != null && !first.mac().equals(entry.mac())) {
                MacAddress mac = entry.mac().get();
                notes.problem(
                        entry.line(),
                        "interface " + index.getAsInt() + " has the MAC " + mac + " here and "
                                + first.mac().orElse(mac) + " at line " + first.line()
                                + ": outputs of two machines in one file, or of one whose card was changed");
                return;
            }
        }
    }
}
