package io.github.espial.compare;

import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of one peer's ESP, in words. */
final class PeerSentence {
    /** Networks that a sentence names. */
    private static final int NAMED = 8;

    private final Between pair;
    private final PeerState before;
    private final PeerState after;
    private final List<NetworkChange> networks;
    private final boolean isOver;

    /** @param isOver whether what went wrong in the second case had ended before the case did */
    PeerSentence(Between pair, PeerState before, PeerState after, List<NetworkChange> networks, boolean isOver) {
        this.pair = pair;
        this.before = before;
        this.after = after;
        this.networks = networks;
        this.isOver = isOver;
    }

    /**
     * The sentence, without trailing period.
     *
     * @param errorsBefore ids of errors other than a wrong next hop
     * @param errorsAfter the same
     */
    String text(List<String> errorsBefore, List<String> errorsAfter) {
        if (!before.routing().isTold() || !after.routing().isTold()) {
            return untold();
        }
        return Stream.concat(Stream.of(nextHops()), remarks(errorsBefore, errorsAfter))
                .collect(Collectors.joining("; "));
    }

    private String nextHops() {
        boolean wasWrong = before.routing().isWrong();
        if (!after.routing().isWrong()) {
            return wasWrong
                    ? pair.esp() + " now " + now() + "; before, it left for " + before.named(Routing.WRONG)
                    : properTwice();
        }
        if (!wasWrong) {
            return pair.esp() + " now " + now() + "; before, it took its proper next hop "
                    + before.named(Routing.PROPER);
        }
        if (isOver) {
            return pair.esp() + " left for " + after.named(Routing.WRONG) + extent(after, wrongAfter())
                    + ", and no longer did at the end of AFTER";
        }
        boolean isSame = after.uses(Routing.WRONG)
                .anyMatch(use ->
                        before.uses(Routing.WRONG).anyMatch(other -> SameRouter.is(use.station(), other.station())));
        return isSame
                ? pair.esp() + " still " + now()
                : pair.esp() + " now " + now() + ", which is not proper either; before, it left for "
                        + before.named(Routing.WRONG);
    }

    private String properTwice() {
        boolean isSame = after.nextHops().stream()
                .allMatch(use ->
                        before.nextHops().stream().anyMatch(other -> SameRouter.is(use.station(), other.station())));
        return isSame
                ? pair.esp() + " " + now() + ", before and after"
                : pair.esp() + " now " + now() + "; before, that was " + before.named(Routing.PROPER);
    }

    /** What the second case shows, as the end of a sentence. */
    private String now() {
        boolean isMore = before.routing() == Routing.PARTLY_WRONG && after.routing() == Routing.WRONG;
        return does(after, wrongAfter()) + (isMore ? ", all of it" : "");
    }

    private List<IpPrefix> wrongAfter() {
        return networks.stream()
                .filter(network -> network.after().routing().isWrong())
                .map(NetworkChange::network)
                .toList();
    }

    private static String does(PeerState state, List<IpPrefix> wrong) {
        return state.routing().isWrong()
                ? "leaves for " + state.named(Routing.WRONG) + extent(state, wrong)
                : "takes its proper next hop " + state.named(Routing.PROPER);
    }

    /** Which part goes wrong: networks where they are known, else SAs where it is not all of them. */
    private static String extent(PeerState state, List<IpPrefix> wrong) {
        if (!wrong.isEmpty()) {
            return " where it is for " + listed(wrong);
        }
        return state.routing() == Routing.WRONG
                ? ""
                : " in " + state.associations(Routing.WRONG) + " of " + state.associations() + " SAs ("
                        + state.frames(Routing.WRONG) + " of " + state.sent().frames() + " frames)";
    }

    private Stream<String> remarks(List<String> errorsBefore, List<String> errorsAfter) {
        List<String> remarks = new ArrayList<>();
        boolean isBetterPart = after.routing().isWrong();
        if (isBetterPart) {
            networks("mended for ", NetworkChange::isMended).forEach(remarks::add);
        }
        networks("no packet was seen for ", NetworkChange::isUntried).forEach(remarks::add);
        if (before.isUnanswered() && after.isAnswered()) {
            remarks.add("answers come back now");
        } else if (after.isUnanswered()) {
            remarks.add("no answer comes back" + (before.isAnswered() ? " any more" : ""));
        }
        errors("new: ", errorsAfter, errorsBefore).forEach(remarks::add);
        errors("gone: ", errorsBefore, errorsAfter).forEach(remarks::add);
        return remarks.stream();
    }

    private Stream<String> networks(String what, Predicate<NetworkChange> which) {
        List<IpPrefix> some =
                networks.stream().filter(which).map(NetworkChange::network).toList();
        return some.isEmpty() ? Stream.of() : Stream.of(what + listed(some));
    }

    private static Stream<String> errors(String what, List<String> some, List<String> others) {
        List<String> left = some.stream().filter(id -> !others.contains(id)).toList();
        return left.isEmpty() ? Stream.of() : Stream.of(what + String.join(", ", left));
    }

    private static String listed(List<IpPrefix> networks) {
        String named = networks.stream().limit(NAMED).map(IpPrefix::toString).collect(Collectors.joining(", "));
        return networks.size() > NAMED ? named + " and " + (networks.size() - NAMED) + " more networks" : named;
    }

    private String untold() {
        if (before.routing() == Routing.NONE && after.routing() == Routing.NONE) {
            return "Neither case holds " + pair.esp();
        }
        if (before.routing() == Routing.OPEN && after.routing() == Routing.OPEN) {
            return "Neither case shows enough to tell whether " + pair.esp() + " takes its proper next hop";
        }
        return side("BEFORE", before) + "; " + side("AFTER", after);
    }

    private String side(String name, PeerState state) {
        return switch (state.routing()) {
            case NONE -> name + " holds no " + pair.esp();
            case OPEN -> name + " does not show enough to tell whether " + pair.esp() + " takes its proper next hop";
            default -> name + " shows that " + pair.esp() + " " + does(state, List.of());
        };
    }
}
