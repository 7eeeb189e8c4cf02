package io.github.espial.compare;

import java.util.List;

/** What the two states of one peer's ESP come to. */
final class PeerJudgement {
    private final PeerState before;
    private final PeerState after;
    private final List<NetworkChange> networks;
    private final List<String> errorsBefore;
    private final List<String> errorsAfter;

    /**
     * @param networks what is known of networks behind the peer
     * @param errorsBefore ids of errors other than a wrong next hop
     * @param errorsAfter the same
     */
    PeerJudgement(
            PeerState before,
            PeerState after,
            List<NetworkChange> networks,
            List<String> errorsBefore,
            List<String> errorsAfter) {
        this.before = before;
        this.after = after;
        this.networks = networks;
        this.errorsBefore = errorsBefore;
        this.errorsAfter = errorsAfter;
    }

    Outcome outcome() {
        if (!before.routing().isTold() || !after.routing().isTold()) {
            return Outcome.CANNOT_TELL;
        }
        if (before.routing().isWrong()) {
            return after.routing().isWrong() ? ofWrongTwice() : ofMended();
        }
        return after.routing().isWrong() ? Outcome.WORSE : ofProperTwice();
    }

    /** A route was missing and is there: whether that is all there is to mend. */
    private Outcome ofMended() {
        boolean isAll = !after.isUnanswered()
                && errorsAfter.isEmpty()
                && networks.stream().noneMatch(NetworkChange::isUntried);
        return isAll ? Outcome.MENDED : Outcome.PARTLY_MENDED;
    }

    private Outcome ofWrongTwice() {
        if (before.routing() != after.routing()) {
            return after.routing() == Routing.WRONG ? Outcome.WORSE : Outcome.PARTLY_MENDED;
        }
        if (networks.stream().anyMatch(NetworkChange::isNewlyWrong)) {
            return Outcome.WORSE;
        }
        if (networks.stream().anyMatch(NetworkChange::isMended)) {
            return Outcome.PARTLY_MENDED;
        }
        boolean isBySas = before.routing() == Routing.PARTLY_WRONG
                && networks.stream()
                        .noneMatch(network -> network.after().routing().isTold());
        int bySas = isBySas ? Double.compare(wrongShare(before), wrongShare(after)) : 0;
        // Answers alone show no part that goes right, where all ESP still takes the wrong next hop.
        int byAnswers = after.routing() == Routing.WRONG ? Math.min(0, answers()) : answers();
        int better = bySas != 0 ? bySas : byAnswers;
        return better == 0 ? Outcome.UNCHANGED : better > 0 ? Outcome.PARTLY_MENDED : Outcome.WORSE;
    }

    private Outcome ofProperTwice() {
        if (answers() < 0 || !errorsBefore.containsAll(errorsAfter)) {
            return Outcome.WORSE;
        }
        if (answers() == 0 && errorsAfter.containsAll(errorsBefore)) {
            return Outcome.UNCHANGED;
        }
        return errorsAfter.isEmpty() && !after.isUnanswered() ? Outcome.MENDED : Outcome.PARTLY_MENDED;
    }

    /** Above 0 where answers come that did not before, below where they no longer do. */
    private int answers() {
        if (before.isUnanswered() && after.isAnswered()) {
            return 1;
        }
        return before.isAnswered() && after.isUnanswered() ? -1 : 0;
    }

    /** Of SAs, as they are all there is to count by where nothing shows what they carried. */
    private static double wrongShare(PeerState state) {
        return (double) state.associations(Routing.WRONG) / Math.max(1, state.associations());
    }
}
