package io.github.espial.report.words;

import io.github.espial.ike.Algorithm;
import io.github.espial.ike.ChildSa;
import io.github.espial.ike.Exchange;
import io.github.espial.ike.IkeSa;
import io.github.espial.ike.Notice;
import io.github.espial.ike.TrafficSelector;
import io.github.espial.ike.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The IKE SAs, a few lines each: how far they came, what was agreed on, and what went wrong. */
public final class IkeList {
    /** IKE SAs at the most, and SAs for traffic of each; JSON has all of them. */
    private static final int MOST = 8;

    private IkeList() {}

    /** The first {@value #MOST}. */
    public static Listing of(List<IkeSa> sas) {
        List<Listing.Entry> entries =
                sas.stream().limit(MOST).map(IkeList::entry).toList();
        return new Listing("IKE", entries, Numbers.rest(sas.size(), MOST, ""));
    }

    private static Listing.Entry entry(IkeSa sa) {
        Listing.Details details =
                new Listing.Details().plain(exchanges(sa.dialogue().exchanges()));
        if (!sa.algorithms().isEmpty()) {
            details.plain("agreed on: " + names(sa.algorithms()));
        }
        if (!sa.vendors().isEmpty()) {
            details.plain("vendor ids: " + vendors(sa.vendors()));
        }
        if (sa.nat().initiator() || sa.nat().responder()) {
            details.plain("NAT at the side of " + behind(sa));
        }
        String errors = sa.dialogue().notices().stream()
                .filter(Notice::isError)
                .map(notice -> notice.name() + " from " + notice.sender())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!errors.isEmpty()) {
            details.plain("errors: " + errors);
        }
        sa.children().stream().limit(MOST).forEach(child -> details.plain(child(child)));
        details.plain(Numbers.rest(sa.children().size(), MOST, ""));
        String ends = "IKEv" + sa.version() + "  " + sa.initiator().address() + " > "
                + sa.responder().address() + "  " + sa.spis();
        return new Listing.Entry(ends, details.list());
    }

    private static String exchanges(List<Exchange> exchanges) {
        List<String> names = new ArrayList<>();
        exchanges.stream().map(Exchange::kind).distinct().forEach(kind -> {
            List<Exchange> alike = exchanges.stream()
                    .filter(exchange -> exchange.kind().equals(kind))
                    .toList();
            long unanswered = alike.stream()
                    .filter(exchange -> !exchange.course().isAnswered())
                    .count();
            int again = alike.stream()
                    .mapToInt(exchange -> exchange.course().retransmissions())
                    .sum();
            names.add((alike.size() == 1 ? "" : alike.size() + " ")
                    + kind
                    + (unanswered == 0
                            ? ""
                            : unanswered == alike.size() ? " unanswered" : " (" + unanswered + " unanswered)")
                    + (again == 0 ? "" : ", " + again + (again == 1 ? " retransmission" : " retransmissions")));
        });
        return String.join("; ", names);
    }

    private static String vendors(List<Vendor> vendors) {
        return vendors.stream().map(Vendor::toString).distinct().collect(Collectors.joining(", "));
    }

    private static String behind(IkeSa sa) {
        if (sa.nat().initiator() && sa.nat().responder()) {
            return "both";
        }
        return (sa.nat().initiator() ? sa.initiator() : sa.responder())
                .address()
                .toString();
    }

    private static String child(ChildSa child) {
        return (child.terms().isEsp() ? "ESP " : "AH ") + child.responder().spi() + " to "
                + child.responder().address() + ", "
                + child.initiator().spi() + " back: "
                + selectors(child.initiator().selectors()) + " > "
                + selectors(child.responder().selectors()) + ", "
                + names(child.terms().algorithms());
    }

    private static String selectors(List<TrafficSelector> selectors) {
        return selectors.stream().map(TrafficSelector::toString).collect(Collectors.joining(" and "));
    }

    private static String names(List<Algorithm> algorithms) {
        return algorithms.stream()
                .filter(algorithm -> algorithm.kind() != Algorithm.Kind.SEQUENCE_NUMBERS || algorithm.id() != 0)
                .map(Algorithm::name)
                .collect(Collectors.joining(", "));
    }
}
