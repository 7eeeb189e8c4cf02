package io.github.espial.observe;

import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;

/**
 * One Ethernet link that frames were seen on, and where.
 *
 * @param point the interface of the capture
 * @param source who sent the frames; empty where the link layer does not say
 * @param destination whom they were handed to; empty where the link layer does not say
 * @param vlans VLAN ids from the outermost tag inwards, at most two; empty when untagged
 */
public record Hop(Point point, Optional<MacAddress> source, Optional<MacAddress> destination, List<Integer> vlans) {
    public Hop {
        vlans = List.copyOf(vlans);
    }

    /** The same link, seen at the same interface of the capture in another place of the case. */
    public Hop seenIn(int capture) {
        return point.capture() == capture
                ? this
                : new Hop(new Point(capture, point.interfaceId()), source, destination, vlans);
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Hop hop
                && hop.point.equals(point)
                && hop.source.equals(source)
                && hop.destination.equals(destination)
                && hop.vlans.equals(vlans);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * point.hashCode() + source.hashCode()) + destination.hashCode()) + vlans.hashCode();
    }

    /**
     * An interface of a capture, or of a stream of captures that were written in turns.
     *
     * @param capture the place in the case, from 0, of the capture, or of the first of its stream
     * @param interfaceId the interface's id in the capture, from 0
     */
    public record Point(int capture, int interfaceId) implements Comparable<Point> {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Point point && point.capture == capture && point.interfaceId == interfaceId;
        }

        @Override
        public int hashCode() {
            return 31 * capture + interfaceId;
        }

        @Override
        public int compareTo(Point other) {
            return capture != other.capture
                    ? Integer.compare(capture, other.capture)
                    : Integer.compare(interfaceId, other.interfaceId);
        }
    }
}
