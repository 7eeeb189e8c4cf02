package io.github.espial.extract;

import io.github.espial.diagnose.Finding;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of the evidence is asked for; what is empty asks for all.
 *
 * @param findings ids of findings
 * @param peers addresses of peers
 * @param spis SAs
 */
public record Selection(Set<String> findings, Set<IpAddress> peers, Set<Spi> spis) {
    /** All of it. */
    public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of());

    public Selection {
        findings = Set.copyOf(findings);
        peers = Set.copyOf(peers);
        spis = Set.copyOf(spis);
    }

    /** Whether the proof of {@code finding} is asked for. */
    boolean takes(Finding finding) {
        Optional<IpAddress> peer = finding.subject().peer();
        boolean isOfPeer = peers.isEmpty() || peer.isEmpty() || peers.contains(peer.get());
        boolean isOfSa = spis.isEmpty()
                || finding.subject().spis().isEmpty()
                || finding.subject().spis().stream().anyMatch(spis::contains);
        return isOfPeer && isOfSa && (findings.isEmpty() || findings.contains(finding.id()));
    }
}
