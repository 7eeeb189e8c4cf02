package io.github.espial.l2tp;

import io.github.espial.observe.L2tpSaying;
import io.github.espial.observe.L2tpTalk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells from what packets say, in their order, which tunnels there were and what became of them.
 *
 * <p>A packet names a tunnel and a session by the receiver's numbers, which the receiver told in a message of its own
 * (RFC 2661 §3.1). Where a capture begins too late for that, the two directions of a tunnel are put together only if
 * there is no other choice.
 */
public final class L2tpStory {
    private final List<TunnelDraft> tunnels = new ArrayList<>();

    private L2tpStory() {}

    /**
     * The tunnels, in order of their first packet.
     *
     * @param clear what was in the clear
     * @param inner what was inside ESP
     */
    public static List<L2tpTunnel> of(List<L2tpTalk> clear, List<L2tpTalk> inner) {
        if (clear.isEmpty() && inner.isEmpty()) {
            return List.of();
        }
        L2tpStory story = new L2tpStory();
        Stream.concat(clear.stream(), inner.stream())
                .sorted(Comparator.comparing((L2tpTalk talk) -> talk.span().firstNanos())
                        .thenComparing(talk -> talk.span().firstFrame()))
                .forEach(story::take);
        return story.tunnels.stream()
                .map(TunnelDraft::tunnel)
                .sorted(TunnelDraft.order())
                .toList();
    }

    private void take(L2tpTalk talk) {
        if (talk.saying() instanceof L2tpSaying.Control message) {
            boolean isAboutTunnel = !MessageType.isOfSession(message.type());
            TunnelDraft tunnel =
                    tunnel(talk, isAboutTunnel ? message.assignedId() : OptionalInt.empty(), message.type());
            tunnel.count(talk);
            tunnel.take(talk, message);
        } else if (talk.saying() instanceof L2tpSaying.Ppp packet) {
            TunnelDraft tunnel = tunnel(talk, OptionalInt.empty(), MessageType.HELLO);
            tunnel.count(talk);
            tunnel.take(talk, packet);
        }
    }

    private TunnelDraft tunnel(L2tpTalk talk, OptionalInt assigned, int type) {
        Optional<TunnelDraft> known = talk.tunnelId() == 0
                ? Optional.empty()
                : latest(tunnel -> tunnel.isBetween(talk.source(), talk.destination())
                        && tunnel.isKnown(talk.destination(), talk.tunnelId())
                        && !isOther(tunnel, talk, assigned));
        TunnelDraft tunnel = known.or(() -> assigned.isPresent()
                        ? latest(draft -> draft.isBetween(talk.source(), talk.destination())
                                && draft.isKnown(talk.source(), assigned.getAsInt())
                                && (talk.tunnelId() == 0 || !draft.hasId(talk.destination())))
                        : Optional.empty())
                .or(() -> type == MessageType.START_REQUEST ? Optional.empty() : onlyOneWithoutId(talk))
                .orElseGet(() -> added(talk));
        if (talk.tunnelId() != 0) {
            tunnel.setId(talk.destination(), talk.tunnelId());
        }
        assigned.ifPresent(id -> tunnel.setId(talk.source(), id));
        return tunnel;
    }

    /** Whether the sender has another number for the tunnel than the one it tells now. */
    private static boolean isOther(TunnelDraft tunnel, L2tpTalk talk, OptionalInt assigned) {
        return assigned.isPresent()
                && tunnel.hasId(talk.source())
                && !tunnel.isKnown(talk.source(), assigned.getAsInt());
    }

    private Optional<TunnelDraft> latest(Predicate<TunnelDraft> wanted) {
        return tunnels.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    /** What was up before the capture began shows its two numbers apart, each in one direction. */
    private Optional<TunnelDraft> onlyOneWithoutId(L2tpTalk talk) {
        List<TunnelDraft> candidates = tunnels.stream()
                .filter(tunnel -> tunnel.isBetween(talk.source(), talk.destination()))
                .filter(tunnel -> !tunnel.isClosed() && !tunnel.hasId(talk.destination()))
                .toList();
        return talk.tunnelId() != 0 && candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private TunnelDraft added(L2tpTalk talk) {
        TunnelDraft fresh = new TunnelDraft(talk);
        tunnels.add(fresh);
        return fresh;
    }
}
