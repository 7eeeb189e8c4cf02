package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * The far end of a server's IPsec traffic.
 *
 * @param address its outer address
 * @param server the server's address that it talks with
 * @param expected its proper next hop, where the evidence names one
 * @param evidence all that speaks for or against a next hop
 */
public record Peer(IpAddress address, IpAddress server, Optional<Expectation> expected, List<Evidence> evidence) {
    public Peer {
        evidence = List.copyOf(evidence);
    }

    /**
     * A proper next hop, inferred or stated.
     *
     * @param nextHop the router that packets for the peer should be handed to
     * @param confidence probability that it is, from 0.5 to below 1
     */
    public record Expectation(Station nextHop, double confidence) {}
}
