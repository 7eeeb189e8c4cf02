package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packets that belong into a tunnel, and that a server handed to another station unencrypted. See the page {@code
 * cleartext-leak}.
 *
 * <p>What belongs there is known from policies, or from packets between the same hosts that did go through the tunnel.
 * What others send to the server in the clear, such as the hosts inside to their gateway, is no leak.
 */
public final class CleartextLeak implements Check {
    /** Pairs of hosts that evidence names. */
    private static final int NAMED = 8;

    @Override
    public String id() {
        return "cleartext-leak";
    }

    @Override
    public String summary() {
        return "packets for a network behind the peer left unencrypted";
    }

    @Override
    public List<Finding> examine(Case facts) {
        boolean isKnown = !facts.inside().networks().isEmpty()
                || !facts.inside().transported().isEmpty()
                || !facts.inside().flows().isEmpty();
        if (!isKnown) {
            return List.of();
        }
        LeavingInClear leaving = new LeavingInClear(facts);
        SiblingsInClear siblings = new SiblingsInClear(facts);
        return facts.peers().stream()
                .flatMap(peer ->
                        examine(peer, leaving.of(peer)).or(() -> examineSiblings(peer, siblings.of(peer))).stream())
                .toList();
    }

    private Optional<Finding> examineSiblings(Peer peer, List<Talk> siblings) {
        return siblings.stream().map(Talk::span).reduce(Span::plus).map(span -> describe(peer, span, siblings));
    }

    /** No policy was given that says so: this is worth a look. */
    private Finding describe(Peer peer, Span span, List<Talk> siblings) {
        List<IpPrefix> destinations = siblings.stream()
                .map(talk -> IpPrefix.host(talk.destination()))
                .distinct()
                .sorted()
                .toList();
        String hosts =
                destinations.stream().limit(NAMED).map(IpPrefix::toString).collect(Collectors.joining(", "));
        String text = Wording.frames(span.frames()) + " for " + hosts
                + (destinations.size() > NAMED ? " and other hosts" : "") + " left " + peer.server()
                + " unencrypted, though flows between the same networks went to " + peer.address()
                + " by IPsec, as lengths and times of both tell; no policy that was given says which is meant";
        List<Evidence> evidence = new ArrayList<>();
        siblings.stream().limit(NAMED).forEach(talk -> evidence.add(evidence(talk)));
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        "Packets for networks behind " + peer.address() + " probably leave unencrypted",
                        text,
                        evidence)
                .about(peer.address())
                .over(span, List.of(), false)
                .into(destinations);
    }

    private Optional<Finding> examine(Peer peer, List<LeavingInClear.Leak> leaks) {
        return leaks.stream()
                .map(leak -> leak.talk().span())
                .reduce(Span::plus)
                .map(span -> describe(peer, leaks, span));
    }

    private Finding describe(Peer peer, List<LeavingInClear.Leak> leaks, Span span) {
        List<IpPrefix> destinations = leaks.stream()
                .map(LeavingInClear.Leak::destination)
                .distinct()
                .sorted()
                .toList();
        String networks =
                destinations.stream().limit(NAMED).map(IpPrefix::toString).collect(Collectors.joining(", "));
        String text = Wording.frames(span.frames()) + " for " + networks
                + (destinations.size() > NAMED ? " and other networks" : "") + ", which IPsec with "
                + peer.address() + " is to protect, left " + peer.server() + " unencrypted";
        List<Evidence> evidence = new ArrayList<>();
        leaks.stream().limit(NAMED).forEach(leak -> evidence.add(evidence(leak.talk())));
        return Finding.of(
                        id(),
                        Severity.ERROR,
                        destinations.equals(List.of(IpPrefix.host(peer.address())))
                                ? "Packets for " + peer.address() + " itself leave unencrypted"
                                : "Packets for networks behind " + peer.address() + " leave unencrypted",
                        text,
                        evidence)
                .about(peer.address())
                .over(span, List.of(), false)
                .into(destinations);
    }

    private static Evidence evidence(Talk leak) {
        String text = Wording.frames(leak.span().frames()) + " from " + leak.source() + " to " + leak.destination()
                + " in the clear were handed to "
                + leak.hop().destination().map(MacAddress::toString).orElse("");
        String filter = Stream.concat(
                        Stream.of("!esp && !ah", Filters.fromTo(leak.source(), leak.destination())),
                        leak.hop().source().map(Filters::comingFrom).stream())
                .collect(Collectors.joining(" && "));
        return Evidence.seen("cleartext", text, 0, leak.span(), filter);
    }
}
