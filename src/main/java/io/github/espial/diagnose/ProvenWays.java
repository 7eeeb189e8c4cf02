package io.github.espial.diagnose;

import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Way;
import java.util.ArrayList;
import java.util.List;

/** What {@link Verdict#HEALTHY} rests on: each way that is proper, by what evidence, and how much of it was answered. */
final class ProvenWays {
    private final Case seen;

    ProvenWays(Case seen) {
        this.seen = seen;
    }

    /** In order of peers. */
    List<ProvenWay> all() {
        List<ProvenWay> proven = new ArrayList<>();
        for (Peer peer : seen.peers()) {
            List<Way> ways = seen.conclusions().ways(peer);
            long answered = seen.protectedPaths(peer, Direction.INBOUND)
                    .mapToLong(path -> path.span().frames())
                    .sum();
            ways.stream()
                    .filter(way -> way.delivery() == Way.Delivery.PROPER)
                    .forEach(way -> proven.add(new ProvenWay(
                            peer.address(),
                            seen.protocol(peer),
                            way.nextHop(),
                            way.span(),
                            way.spis(),
                            answered,
                            Proof.weighed(way.confidence(), evidence(peer, way, ways)))));
        }
        return proven;
    }

    private List<Evidence> evidence(Peer peer, Way proper, List<Way> ways) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(taken(proper, " were handed to " + proper.nextHop()));
        ways.stream()
                .filter(way -> way.delivery() == Way.Delivery.FORMER)
                .forEach(way -> evidence.add(
                        taken(way, " were handed to " + way.nextHop() + " while that was the proper next hop")));
        evidence.addAll(peer.evidence());
        return evidence;
    }

    private Evidence taken(Way way, String whom) {
        long frames = way.span().frames();
        String text = frames + (frames == 1 ? " frame of " : " frames of ")
                + seen.conclusions().facts().protocol(way.server(), way.peer()) + " from " + way.server() + " to "
                + way.peer() + whom;
        String filter = Filters.protectedFromTo(way.server(), way.peer())
                + way.nextHop().mac().map(mac -> " && " + Filters.handedTo(mac)).orElse("");
        return Evidence.seen("esp-next-hop", text, 0, way.span(), filter);
    }
}
