package io.github.espial.report.words;

import io.github.espial.infer.SecurityAssociation;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A link as a reader sees it, who sees only its MACs and VLAN: one that several interfaces or captures show is one. */
public record SeenLink(Optional<MacAddress> source, Optional<MacAddress> destination, Optional<Integer> vlan) {
    /** The links on which packets of an SA were seen, in order of first frame; none where link layers bear no MACs. */
    public static Map<SeenLink, Span> of(SecurityAssociation association) {
        Map<SeenLink, Span> spans = new LinkedHashMap<>();
        for (SecurityAssociation.Link seen : association.links()) {
            SeenLink link = of(seen.hop());
            if (link.source().isPresent() || link.destination().isPresent()) {
                spans.merge(link, seen.span(), Span::plus);
            }
        }
        return spans;
    }

    private static SeenLink of(Hop hop) {
        return new SeenLink(
                hop.source(), hop.destination(), hop.vlans().stream().findFirst());
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof SeenLink link
                && link.source.equals(source)
                && link.destination.equals(destination)
                && link.vlan.equals(vlan);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * source.hashCode() + destination.hashCode()) + vlan.hashCode();
    }
}
