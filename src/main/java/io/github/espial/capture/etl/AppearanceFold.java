package io.github.espial.capture.etl;

import io.github.espial.capture.Direction;
import io.github.espial.capture.Saturating;
import io.github.espial.capture.etl.HeldPacket.Identity;
import io.github.espial.capture.etl.InterfaceKey.Logger;
import io.github.espial.net.LinkTypes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Folds the appearances of a packet into the one nearest to the wire: the last of a packet that is sent, the first of
 * one that is received. Hands packets on in the order of time, some time after they were logged.
 *
 * <p>PktMon numbers packets. NDIS does not: there, equal octets that go the same way on another interface within two
 * milliseconds are the same frame, as below a virtual adapter, a team or a filter; on the same interface they are not.
 * A packet that is received and sent on passes the wire twice and stays two.
 */
final class AppearanceFold {
    private static final long HOLD_NANOS = 20_000_000;
    private static final long SAME_FRAME_NANOS = 2_000_000;
    private static final int MAX_HELD = 4096;
    private static final int MAX_HELD_OCTETS = 1 << 23;

    /** Packets that are remembered after they were handed on: a drop may be logged late. */
    private static final int MAX_REMEMBERED = 1 << 15;

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final Consumer<HeldPacket> sink;
    private final PriorityQueue<HeldPacket> queue = new PriorityQueue<>();
    private final Map<Identity, HeldPacket> held = new HashMap<>();
    private final Map<Identity, Boolean> remembered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, Boolean> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };
    private long heldOctets;
    private long order;
    private long newest = Long.MIN_VALUE;
    private long folded;

    AppearanceFold(Consumer<HeldPacket> sink) {
        this.sink = sink;
    }

    /** Takes in a packet, or one more appearance of it. */
    void add(LoggedPacket packet) {
        newest = Math.max(newest, packet.nanos);
        release(Saturating.add(newest, -HOLD_NANOS));
        Identity identity = identity(packet);
        HeldPacket known = find(identity, packet);
        if (known != null) {
            folded++;
            known.places.add(packet.place);
            if (isNearer(packet, known)) {
                replace(known, new HeldPacket(packet, identity, order++));
            }
        } else if (isRemembered(identity)) {
            folded++;
        } else {
            hold(new HeldPacket(packet, identity, order++));
        }
    }

    /** Hands on all that is held. */
    void finish() {
        release(Long.MAX_VALUE);
    }

    /** Appearances that were not handed on. */
    long folded() {
        return folded;
    }

    private void hold(HeldPacket packet) {
        while (queue.size() >= MAX_HELD || heldOctets > MAX_HELD_OCTETS) {
            releaseFirst();
        }
        queue.add(packet);
        held.put(packet.identity, packet);
        heldOctets += packet.octets.length;
    }

    private void replace(HeldPacket former, HeldPacket latter) {
        former.isReplaced = true;
        held.remove(former.identity);
        latter.places.clear();
        latter.places.addAll(former.places);
        hold(latter);
    }

    private void release(long until) {
        while (!queue.isEmpty() && queue.element().nanos <= until) {
            releaseFirst();
        }
    }

    private void releaseFirst() {
        HeldPacket packet = queue.remove();
        heldOctets -= packet.octets.length;
        if (packet.isReplaced) {
            return;
        }
        held.remove(packet.identity, packet);
        if (packet.identity.logger() == Logger.PKTMON) {
            remembered.put(packet.identity, true);
        }
        sink.accept(packet);
    }

    private @Nullable HeldPacket find(Identity identity, LoggedPacket packet) {
        HeldPacket same = held.get(identity);
        if (identity.logger() == Logger.NDIS) {
            boolean isSame = same != null
                    && Math.abs(packet.nanos - same.nanos) <= SAME_FRAME_NANOS
                    && !same.places.contains(packet.place)
                    && same.hasOctetsOf(packet);
            return isSame ? same : null;
        }
        if (same == null && identity.direction() != Direction.UNKNOWN) {
            return held.get(identity.in(Direction.UNKNOWN));
        }
        if (same == null) {
            same = held.get(identity.in(Direction.INBOUND));
        }
        return same == null ? held.get(identity.in(Direction.OUTBOUND)) : same;
    }

    private boolean isRemembered(Identity identity) {
        if (identity.logger() == Logger.NDIS || remembered.containsKey(identity)) {
            return identity.logger() == Logger.PKTMON;
        }
        return identity.direction() == Direction.UNKNOWN
                ? remembered.containsKey(identity.in(Direction.INBOUND))
                        || remembered.containsKey(identity.in(Direction.OUTBOUND))
                : remembered.containsKey(identity.in(Direction.UNKNOWN));
    }

    private static boolean isNearer(LoggedPacket packet, HeldPacket known) {
        boolean isBare = packet.place.linkType() == LinkTypes.RAW;
        if (isBare != (known.place.linkType() == LinkTypes.RAW)) {
            return !isBare;
        }
        if (packet.direction != known.direction) {
            return known.direction == Direction.UNKNOWN;
        }
        return packet.direction == Direction.OUTBOUND;
    }

    private static Identity identity(LoggedPacket packet) {
        if (packet.place.logger() == Logger.PKTMON) {
            int header = Media.linkHeader(packet.place.linkType(), packet.octets, packet.start, packet.length);
            long second = (long) packet.number << Integer.SIZE | packet.original - header;
            return new Identity(Logger.PKTMON, packet.group, second, packet.direction);
        }
        long digest = FNV_OFFSET;
        int end = packet.start + packet.length;
        int at = packet.start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            digest = (digest ^ packet.octets.getLong(at)) * FNV_PRIME;
            // Multiplying carries upwards only: the upper half must reach the lower one too.
            digest ^= digest >>> Integer.SIZE;
        }
        for (; at < end; at++) {
            digest = (digest ^ packet.octets.get(at)) * FNV_PRIME;
        }
        return new Identity(Logger.NDIS, digest, packet.length, packet.direction);
    }
}
