package io.github.espial.correlate;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.correlate.inner.InnerFacts;
import io.github.espial.dissect.Dissector;
import io.github.espial.esp.ClearSearch;
import io.github.espial.esp.Opened;
import io.github.espial.esp.Opener;
import io.github.espial.esp.Opening;
import io.github.espial.esp.OpeningTally;
import io.github.espial.esp.Refusal;
import io.github.espial.observe.Traffic;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens the packets of one SA in every way that its plan has, until an ICV proves one of them. Partial: {@code merge} is
 * associative. Not thread-safe.
 */
final class SaOpening {
    private static final int NONE = -1;

    private final List<Opener> openers;
    private final List<OpeningTally> tallies;
    private final ClearSearch search = new ClearSearch();
    private final boolean isSearched;
    private int proven = NONE;

    SaOpening(Plan plan) {
        this.openers = plan.attempts().stream()
                .map(attempt -> Opener.of(attempt.protection(), attempt.mode()))
                .toList();
        this.tallies = Stream.generate(OpeningTally::new).limit(openers.size()).toList();
        this.isSearched = plan.isSearched();
    }

    /** Opens the packet that {@code packet} has read, and counts what is inside. */
    void take(int capture, Frame frame, Dissector packet, Traffic traffic, InnerPacketReader inner, InnerFacts facts) {
        int length = packet.espLength();
        int originalLength = packet.espOriginalLength();
        for (int attempt = 0; attempt < openers.size(); attempt++) {
            if (proven != NONE && proven != attempt) {
                continue;
            }
            Opening opening = packet.isFragment()
                    ? Refusal.TRUNCATED
                    : openers.get(attempt).open(frame.octets(), packet.espStart(), length, originalLength);
            tallies.get(attempt).count(opening);
            if (opening instanceof Opened opened) {
                if (opened.isVerified()) {
                    proven = attempt;
                }
                if (inner.read(packet, opened)) {
                    facts.add(capture, frame, packet, traffic, attempt, inner.packet());
                }
            }
        }
        if (isSearched && proven == NONE && length >= originalLength && !packet.isFragment()) {
            search.take(frame.octets(), packet.espStart(), length);
        }
    }

    /** Takes in what {@code next} opened of the same SA; it is left as is. */
    void merge(SaOpening next) {
        for (int attempt = 0; attempt < tallies.size(); attempt++) {
            tallies.get(attempt).merge(next.tallies.get(attempt));
        }
        search.merge(next.search);
    }

    void write(FieldWriter to) throws IOException {
        for (OpeningTally tally : tallies) {
            tally.write(to);
        }
        search.write(to);
    }

    /**
     * Fills this, which is empty, with what {@link #write} wrote: it is for judging and for merging, and takes no packets.
     *
     * @param packets more than these cannot be
     */
    void read(FieldReader from, long packets) throws IOException {
        for (OpeningTally tally : tallies) {
            tally.read(from, packets);
        }
        search.read(from, packets);
    }

    OpeningTally tally(int attempt) {
        return tallies.get(attempt);
    }

    ClearSearch search() {
        return search;
    }
}
