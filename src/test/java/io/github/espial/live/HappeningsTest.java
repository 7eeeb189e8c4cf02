package io.github.espial.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.cases.CaseQuestion;
import io.github.espial.live.Happening.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes about in captures of the lab, looked at every few frames. */
class HappeningsTest {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int CAPTURED_AT = 8;

    private final List<Happening> all = new ArrayList<>();

    /** Has somebody look after each {@code frames} frames. */
    private void watch(String name, int frames) throws Exception {
        byte[] octets = Files.readAllBytes(Path.of("testdata", name, "capture.pcap"));
        LiveCase live = new LiveCase(name, List.of(), CaseQuestion.plain(1), 2);
        Happenings happenings = new Happenings();
        NavigableSet<Integer> stops = endsOf(octets, frames);
        live.read(
                new Chunks(octets, position -> {
                    if (stops.contains(position)) {
                        look(live, happenings);
                    }
                    return Objects.requireNonNullElse(stops.higher(position), octets.length) - position;
                }),
                FrameRecorder.NONE);
        look(live, happenings);
    }

    /** Where each of so many frames ends. */
    private static NavigableSet<Integer> endsOf(byte[] octets, int frames) {
        ByteBuffer file = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        NavigableSet<Integer> ends = new TreeSet<>();
        int read = 0;
        for (int at = FILE_HEADER; at < octets.length; at += RECORD_HEADER + file.getInt(at + CAPTURED_AT)) {
            if (read++ % frames == 0) {
                ends.add(at);
            }
        }
        return ends;
    }

    private void look(LiveCase live, Happenings happenings) throws IOException {
        try {
            live.look().ifPresent(moment -> all.addAll(happenings.since(moment)));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private List<String> texts(Kind kind) {
        return all.stream()
                .filter(one -> one.kind() == kind)
                .map(Happening::text)
                .toList();
    }

    /** By truth.json the route came at 09:01:15: ESP went to the gateway before, and to the partner's router after. */
    @ParameterizedTest
    @ValueSource(ints = {7, 40})
    void tellOfAMoveOnceAndWhen(int frames) throws Exception {
        watch("rekey-and-fix", frames);

        assertThat(texts(Kind.NEXT_HOP)).containsExactly("ESP for 198.51.100.20 goes to 192.0.2.1");
        assertThat(texts(Kind.MOVED)).containsExactly("ESP for 198.51.100.20 moved from 192.0.2.1 to 192.0.2.254");
        assertThat(all.stream().filter(one -> one.kind() == Kind.MOVED))
                .allSatisfy(one -> assertThat(Instant.ofEpochSecond(one.nanos() / 1_000_000_000))
                        .isEqualTo("2026-11-23T09:01:15Z"));
        assertThat(texts(Kind.MENDED)).hasSize(1);
        assertThat(texts(Kind.VERDICT).get(texts(Kind.VERDICT).size() - 1)).startsWith("mended: ");
    }

    /** Nobody looked before it was over. */
    @Test
    void tellOfAMoveBetweenTwoLooks() throws Exception {
        watch("rekey-and-fix", 1_000_000);

        assertThat(texts(Kind.MOVED)).containsExactly("ESP for 198.51.100.20 moved from 192.0.2.1 to 192.0.2.254");
    }

    /** Two SAs that take two next hops at the same time: nothing moves. */
    @ParameterizedTest
    @ValueSource(ints = {7, 25})
    void tellOfNoMoveWhereTwoNextHopsAreTaken(int frames) throws Exception {
        watch("partly-fixed-two-sas", frames);

        assertThat(texts(Kind.MOVED)).isEmpty();
        assertThat(texts(Kind.NEXT_HOP))
                .containsExactly(
                        "ESP for 198.51.100.20 goes to 192.0.2.254",
                        "ESP for 198.51.100.20 goes to 192.0.2.1, under another SA to 192.0.2.254");
    }

    @Test
    void tellOfAnswers() throws Exception {
        watch("fixed-ikev2", 10);

        assertThat(texts(Kind.ANSWERED)).containsExactly("198.51.100.20 answers: its ESP comes in");
        assertThat(texts(Kind.MOVED)).isEmpty();
        assertThat(texts(Kind.VERDICT).get(texts(Kind.VERDICT).size() - 1)).startsWith("healthy: ");
    }
}
