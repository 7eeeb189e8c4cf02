package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.observe.RouterOffer;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.Machine;
import java.util.Optional;
import java.util.Set;

/** Routes to the peer's address that somebody tells of: the user, the server's own table, and DHCP. */
final class KnownRoutes implements NextHopRule {
    private static final double STATED = 12;
    private static final double TABLE = 6;
    /** That a table has no better route than the default one is how the fault looks, too. */
    private static final double TABLE_DEFAULT = 1.5;

    private static final double DHCP_ROUTE = 4;

    private final Statements stated;
    private final Machine machine;
    private final Set<MacAddress> cards;

    /**
     * @param cards network cards of servers: routes that DHCP gives to others do not count
     */
    KnownRoutes(Statements stated, Machine machine, Set<MacAddress> cards) {
        this.stated = stated;
        this.machine = machine;
        this.cards = cards;
    }

    @Override
    public void vote(PeerInquiry inquiry, Votes votes) {
        stated(inquiry, votes);
        table(inquiry, votes);
        dhcp(inquiry, votes);
    }

    private void stated(PeerInquiry inquiry, Votes votes) {
        Station station = stated.nextHops().get(inquiry.pair().peer());
        if (station != null) {
            String text = "you stated that the next hop of " + inquiry.pair().peer() + " is " + station;
            votes.add(inquiry.routers().of(station), Evidence.stated("stated", text, STATED));
            station.mac().ifPresent(votes::state);
        }
    }

    private void table(PeerInquiry inquiry, Votes votes) {
        Pairing.Pair pair = inquiry.pair();
        Lookup lookup = machine.lookup().lookup(Optional.of(pair.server()), pair.peer());
        lookup.decidedBy()
                .ifPresent(route -> lookup.nextHop().ifPresent(nextHop -> {
                    boolean isDefault = route.destination().isDefault();
                    String text = "the server's routing table sends packets for " + pair.peer() + " to " + nextHop
                            + (isDefault
                                    ? " by its default route ("
                                    : " by its route for " + route.destination() + " (")
                            + route.origin() + ")";
                    votes.add(
                            inquiry.router(nextHop),
                            Evidence.stated("routing-table", text, isDefault ? TABLE_DEFAULT : TABLE));
                }));
    }

    private void dhcp(PeerInquiry inquiry, Votes votes) {
        Pairing.Pair pair = inquiry.pair();
        for (RouterOffer offer : inquiry.facts().offers()) {
            if (offer.kind() == RouterOffer.Kind.DHCP_ROUTE
                    && !offer.isDefault()
                    && !offer.gateway().isUnspecified()
                    && cards.contains(offer.mac())
                    && offer.destination().sharesPrefix(pair.peer(), offer.prefixLength())) {
                String text = "DHCP gives the server a route for " + offer.destination() + "/" + offer.prefixLength()
                        + ", in which " + pair.peer() + " lies, by " + offer.gateway();
                votes.add(
                        inquiry.router(offer.gateway()),
                        Evidence.seen("dhcp-route", text, DHCP_ROUTE, offer.span(), "dhcp.option.type == 121"));
            }
        }
    }
}
