package io.github.espial.compare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the changes of single peers come to for the case as a whole. */
final class PeersTogether {
    private final List<PeerChange> peers;

    PeersTogether(List<PeerChange> peers) {
        this.peers = peers;
    }

    /** Peers of which a case holds no ESP count only where nothing else is known. */
    Outcome outcome() {
        List<PeerChange> counted =
                peers.stream().filter(peer -> !peer.isBesideThePoint()).toList();
        if (has(counted, Outcome.WORSE)) {
            return Outcome.WORSE;
        }
        boolean isAllMended = counted.stream().allMatch(peer -> !isOpen(peer) && !isStillWrong(peer));
        if (has(counted, Outcome.PARTLY_MENDED) || (has(counted, Outcome.MENDED) && !isAllMended)) {
            return Outcome.PARTLY_MENDED;
        }
        if (has(counted, Outcome.MENDED)) {
            return Outcome.MENDED;
        }
        boolean isUnchanged = has(counted, Outcome.UNCHANGED)
                && (counted.stream().noneMatch(PeersTogether::isOpen)
                        || counted.stream().anyMatch(PeersTogether::isStillWrong));
        return isUnchanged ? Outcome.UNCHANGED : Outcome.CANNOT_TELL;
    }

    /** What matters most comes first. */
    Stream<PeerChange> inOrder() {
        return peers.stream().sorted(Comparator.comparingInt(PeersTogether::rank));
    }

    private static int rank(PeerChange peer) {
        return switch (peer.outcome()) {
            case WORSE -> 0;
            case PARTLY_MENDED -> 1;
            case UNCHANGED -> isStillWrong(peer) ? 2 : 5;
            case CANNOT_TELL -> peer.isBesideThePoint() ? 6 : 3;
            case MENDED -> 4;
        };
    }

    private static boolean has(List<PeerChange> peers, Outcome outcome) {
        return peers.stream().anyMatch(peer -> peer.outcome() == outcome);
    }

    private static boolean isOpen(PeerChange peer) {
        return peer.outcome() == Outcome.CANNOT_TELL;
    }

    private static boolean isStillWrong(PeerChange peer) {
        return peer.outcome() == Outcome.UNCHANGED && peer.routingAfter().isWrong();
    }
}
