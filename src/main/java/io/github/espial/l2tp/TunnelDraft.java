package io.github.espial.l2tp;

import io.github.espial.dissect.L2tpPacket.Text;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.L2tpSaying;
import io.github.espial.observe.L2tpTalk;
import io.github.espial.observe.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A tunnel in the making. */
final class TunnelDraft {
    private final IpAddress one;
    private final IpAddress other;
    private final Map<IpAddress, Integer> ids = new TreeMap<>();
    private final Map<IpAddress, String> hostNames = new TreeMap<>();
    private final Map<IpAddress, String> vendorNames = new TreeMap<>();
    private final Set<Spi> spis = new TreeSet<>();
    private final List<SessionDraft> sessions = new ArrayList<>();
    private Optional<IpAddress> initiator = Optional.empty();
    private State state;
    private Optional<Closing> closing = Optional.empty();
    private long hellos;
    private long hiding;
    private long broken;
    private Optional<Span> span = Optional.empty();

    /** A tunnel of which {@code first} is the first packet seen. */
    TunnelDraft(L2tpTalk first) {
        this.state = MessageType.reached(first.saying());
        this.one = first.source();
        this.other = first.destination();
    }

    boolean isBetween(IpAddress from, IpAddress to) {
        return (one.equals(from) && other.equals(to)) || (one.equals(to) && other.equals(from));
    }

    /** Whether {@code end} has the number {@code id} for it. */
    boolean isKnown(IpAddress end, int id) {
        return ids.getOrDefault(end, 0) == id;
    }

    boolean hasId(IpAddress end) {
        return ids.containsKey(end);
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    void setId(IpAddress end, int id) {
        ids.putIfAbsent(end, id);
    }

    void count(L2tpTalk talk) {
        span = span.map(before -> before.plus(talk.span())).or(() -> Optional.of(talk.span()));
        if (talk.isProtected()) {
            spis.add(talk.spi());
        }
    }

    void take(L2tpTalk talk, L2tpSaying.Control message) {
        hiding += message.isHiding() ? talk.span().frames() : 0;
        broken += message.isBroken() ? talk.span().frames() : 0;
        if (MessageType.isOfSession(message.type())) {
            session(talk, message.assignedId()).take(talk, message);
            return;
        }
        switch (message.type()) {
            case MessageType.START_REQUEST -> begin(talk.source(), talk, message);
            case MessageType.START_REPLY -> {
                reach(State.ANSWERED);
                begin(talk.destination(), talk, message);
            }
            case MessageType.START_CONNECTED -> {
                reach(State.ESTABLISHED);
                initiator = Optional.of(talk.source());
            }
            case MessageType.STOP -> {
                state = State.CLOSED;
                closing = Optional.of(closing(talk.source(), message));
            }
            case MessageType.HELLO -> hellos += talk.span().frames();
            default -> {
                // An acknowledgement, or a type of the future.
            }
        }
    }

    void take(L2tpTalk talk, L2tpSaying.Ppp packet) {
        session(talk, OptionalInt.empty()).take(talk, packet);
    }

    L2tpTunnel tunnel() {
        IpAddress first = initiator.orElse(one.compareTo(other) < 0 ? one : other);
        return new L2tpTunnel(
                Stream.of(first, first.equals(one) ? other : one).map(this::end).toList(),
                initiator,
                List.copyOf(spis),
                state,
                closing,
                new L2tpTunnel.Messages(hellos, hiding, broken),
                sessions.stream().map(SessionDraft::session).toList(),
                span.orElseThrow());
    }

    /** The end of a tunnel or a session, as {@code message} tells it. */
    static Closing closing(IpAddress by, L2tpSaying.Control message) {
        boolean isTunnel = message.type() == MessageType.STOP;
        OptionalInt result = message.result();
        OptionalInt error = message.error();
        return new Closing(
                by,
                result,
                result.isEmpty()
                        ? Optional.empty()
                        : isTunnel ? Codes.ofTunnel(result.getAsInt()) : Codes.ofSession(result.getAsInt()),
                error,
                error.isEmpty() ? Optional.empty() : Codes.ofError(error.getAsInt()),
                Optional.ofNullable(message.texts().get(Text.REASON)));
    }

    private void begin(IpAddress from, L2tpTalk talk, L2tpSaying.Control message) {
        initiator = Optional.of(from);
        message.assignedId().ifPresent(id -> setId(talk.source(), id));
        Optional.ofNullable(message.texts().get(Text.HOST_NAME))
                .ifPresent(name -> hostNames.putIfAbsent(talk.source(), name));
        Optional.ofNullable(message.texts().get(Text.VENDOR_NAME))
                .ifPresent(name -> vendorNames.putIfAbsent(talk.source(), name));
    }

    private void reach(State next) {
        if (state.compareTo(next) < 0) {
            state = next;
        }
    }

    private TunnelEnd end(IpAddress address) {
        Integer id = ids.get(address);
        return new TunnelEnd(
                address,
                id == null ? OptionalInt.empty() : OptionalInt.of(id),
                Optional.ofNullable(hostNames.get(address)),
                Optional.ofNullable(vendorNames.get(address)));
    }

    /** The session that a packet is about: by the receiver's number in the header, or by the one that the sender tells. */
    private SessionDraft session(L2tpTalk talk, OptionalInt assigned) {
        Optional<SessionDraft> known = talk.sessionId() == 0
                ? Optional.empty()
                : latest(session -> session.isKnown(talk.destination(), talk.sessionId()));
        SessionDraft session = known.or(() -> assigned.isPresent()
                        ? latest(draft -> draft.isKnown(talk.source(), assigned.getAsInt()))
                        : Optional.empty())
                .or(() -> talk.sessionId() == 0 ? Optional.empty() : onlyOneWithoutId(talk.destination()))
                .orElseGet(() -> added(talk));
        if (talk.sessionId() != 0) {
            session.setId(talk.destination(), talk.sessionId());
        }
        assigned.ifPresent(id -> session.setId(talk.source(), id));
        session.count(talk.span());
        return session;
    }

    private Optional<SessionDraft> latest(Predicate<SessionDraft> wanted) {
        return sessions.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    /** What was up before the capture began shows its two numbers apart, each in one direction. */
    private Optional<SessionDraft> onlyOneWithoutId(IpAddress end) {
        List<SessionDraft> candidates = sessions.stream()
                .filter(session -> !session.isClosed() && !session.hasId(end))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private SessionDraft added(L2tpTalk talk) {
        SessionDraft fresh = new SessionDraft(talk);
        sessions.add(fresh);
        return fresh;
    }

    /** Tunnels in order of their first packet. */
    static Comparator<L2tpTunnel> order() {
        return Comparator.comparing((L2tpTunnel tunnel) -> tunnel.span().firstNanos())
                .thenComparing(tunnel -> tunnel.span().firstFrame());
    }
}
