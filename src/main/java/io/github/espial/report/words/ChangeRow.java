package io.github.espial.report.words;

import io.github.espial.compare.NetworkChange;
import io.github.espial.compare.NetworkState;
import io.github.espial.compare.NextHopUse;
import io.github.espial.compare.PeerChange;
import io.github.espial.compare.PeerState;
import io.github.espial.compare.Routing;
import io.github.espial.compare.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A row of the table that shows what became of a peer.
 *
 * @param label what is compared; empty where it is the row above's
 * @param before what the first case shows
 * @param after what the second case shows
 */
public record ChangeRow(String label, String before, String after) {
    /** Networks of one peer at the most; JSON has all. */
    private static final int MOST_NETWORKS = 20;
    /** Next hops of one peer at the most. */
    private static final int MOST_NEXT_HOPS = 8;

    /** The heading of the table. */
    public static final ChangeRow HEADING = new ChangeRow("", ComparisonWords.BEFORE, ComparisonWords.AFTER);

    /** Next hops, frames, losses, and networks behind the peer. */
    public static List<ChangeRow> of(PeerChange peer) {
        List<ChangeRow> rows = new ArrayList<>();
        List<String> before = nextHops(peer.before());
        List<String> after = nextHops(peer.after());
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            rows.add(new ChangeRow(i == 0 ? "next hop" : "", at(before, i), at(after, i)));
        }
        rows.add(new ChangeRow(
                "sent",
                frames(peer.before().map(PeerState::sent)),
                frames(peer.after().map(PeerState::sent))));
        rows.add(new ChangeRow(
                "received",
                frames(peer.before().map(PeerState::received)),
                frames(peer.after().map(PeerState::received))));
        rows.add(new ChangeRow(
                "lost of sent",
                loss(peer.before().map(PeerState::sent)),
                loss(peer.after().map(PeerState::sent))));
        rows.add(new ChangeRow(
                "lost of received",
                loss(peer.before().map(PeerState::received)),
                loss(peer.after().map(PeerState::received))));
        peer.networks().stream().limit(MOST_NETWORKS).map(ChangeRow::of).forEach(rows::add);
        if (peer.networks().size() > MOST_NETWORKS) {
            rows.add(new ChangeRow("", Numbers.rest(peer.networks().size(), MOST_NETWORKS, "networks"), ""));
        }
        return rows;
    }

    private static ChangeRow of(NetworkChange change) {
        return new ChangeRow(change.network().toString(), network(change.before()), network(change.after()));
    }

    private static String at(List<String> all, int index) {
        return index < all.size() ? all.get(index) : "";
    }

    private static List<String> nextHops(Optional<PeerState> state) {
        if (state.isEmpty()) {
            return List.of("no such peer");
        }
        List<NextHopUse> uses = state.get().nextHops();
        if (uses.isEmpty()) {
            return List.of(state.get().routing() == Routing.NONE ? "no ESP" : "not captured");
        }
        List<String> named = new ArrayList<>();
        uses.stream()
                .limit(MOST_NEXT_HOPS)
                .map(use -> use.station() + ", " + use.routing())
                .forEach(named::add);
        if (uses.size() > MOST_NEXT_HOPS) {
            named.add("and " + (uses.size() - MOST_NEXT_HOPS) + " more");
        }
        return named;
    }

    private static String frames(Optional<Tally> tally) {
        return tally.map(some -> some.frames() == 0 ? "none" : Numbers.counted(some.frames(), "frame"))
                .orElse("");
    }

    private static String loss(Optional<Tally> tally) {
        return tally.flatMap(Tally::loss)
                .map(loss -> loss.missing() + " of " + loss.expected() + " sequence numbers")
                .orElse("");
    }

    private static String network(NetworkState state) {
        String by = state.nextHops().isEmpty()
                ? ""
                : state.nextHops().stream().map(StationWords::brief).collect(Collectors.joining(", ", " by ", ""));
        String frames = state.frames()
                .map(some -> ": " + some.sent() + " sent, " + some.received() + " received")
                .orElse("");
        return state.routing() + by + frames;
    }
}
