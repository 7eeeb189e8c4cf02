package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.SaCount;
import io.github.espial.net.IpAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a kernel has counted of one SA. The packets of its lifetime count for either direction; without them the
 * sequence numbers do, of which the highest sent stays 0 at the receiver.
 */
final class CountOfSa {
    private final int line;
    private OptionalLong packets = OptionalLong.empty();
    private OptionalLong bytes = OptionalLong.empty();
    private OptionalLong sent = OptionalLong.empty();
    private OptionalLong received = OptionalLong.empty();

    /** @param line number of the line the SA begins at, from 1 */
    CountOfSa(int line) {
        this.line = line;
    }

    void packets(OptionalLong counted) {
        packets = counted;
    }

    void bytes(OptionalLong counted) {
        bytes = counted;
    }

    /** The highest sequence number that was sent; 0 at the receiver. */
    void sent(OptionalLong number) {
        sent = number;
    }

    /** The highest sequence number that was received; 0 at the sender. */
    void received(OptionalLong number) {
        received = number;
    }

    /**
     * Adds what was counted, for the addresses that the SA has.
     *
     * @param hasWindow whether the receiver keeps sequence numbers: without a window, 0 says nothing
     */
    void add(ContextNotes notes, Optional<IpAddress> source, Optional<IpAddress> destination, boolean hasWindow) {
        if (source.isEmpty() || destination.isEmpty()) {
            return;
        }
        if (sent.orElse(0) > 0) {
            notes.own(source.get());
        } else if (received.orElse(0) > 0) {
            notes.own(destination.get());
        }
        OptionalLong numbered = OptionalLong.of(Math.max(sent.orElse(0), received.orElse(0)));
        boolean isNumbered = sent.isPresent() && (numbered.getAsLong() > 0 || hasWindow);
        if (packets.isPresent() || bytes.isEmpty()) {
            OptionalLong counted = packets.isPresent() || !isNumbered ? packets : numbered;
            add(notes, source, destination, SaCount.PACKETS, counted);
        } else {
            add(notes, source, destination, SaCount.BYTES, bytes);
        }
    }

    private void add(
            ContextNotes notes,
            Optional<IpAddress> source,
            Optional<IpAddress> destination,
            String unit,
            OptionalLong counted) {
        if (counted.isPresent()) {
            notes.add(new SaCount(line, "", source, destination, unit, OptionalLong.empty(), counted));
        }
    }
}
