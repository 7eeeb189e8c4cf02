package io.github.espial.diagnose;

import io.github.espial.infer.NextHop;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.infer.Way;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums a case up: the verdict and a sentence for it, with what is {@link Missing}. */
final class VerdictOf {
    /** Peers that a sentence names one by one; a concentrator has thousands. */
    private static final int NAMED = 5;

    private final Case seen;
    private final Missing missing;
    private final List<Finding> findings;
    private final Reservations reservations;

    VerdictOf(Case seen, List<Finding> findings, Reservations.Omitted omitted) {
        this.reservations = new Reservations(seen, omitted);
        this.seen = seen;
        this.missing = new Missing(seen, findings);
        this.findings = findings;
    }

    Judgment judgment() {
        Verdict verdict = verdict();
        Optional<Predicted> predicted = verdict == Verdict.UNDETERMINED || verdict == Verdict.NO_IPSEC
                ? new PredictedOf(seen, findings).predicted()
                : Optional.empty();
        return new Judgment(
                verdict,
                sentence(verdict) + reservations.sentence() + expected(predicted),
                missing.of(verdict),
                verdict == Verdict.HEALTHY ? new ProvenWays(seen).all() : List.of(),
                predicted);
    }

    /** Beside the verdict, which is of captures, what the words let expect where there was none. */
    private String expected(Optional<Predicted> predicted) {
        return predicted
                .filter(one -> seen.captures().isEmpty() || one.verdict() == Verdict.MISROUTED)
                .map(one -> "; by the machine's own words: " + one.verdict() + ", as " + one.sentence())
                .orElse("");
    }

    private Verdict verdict() {
        if (!wrong(Severity.ERROR).isEmpty()) {
            return Verdict.MISROUTED;
        }
        if (seen.conclusions().facts().ipsec().isEmpty()) {
            return isReadable() && blindSpots().isEmpty() && !seen.captures().isEmpty()
                    ? Verdict.NO_IPSEC
                    : Verdict.UNDETERMINED;
        }
        boolean isHealthy =
                areAllProper() && !missing.hasHiddenNextHops() && objections().isEmpty();
        return isHealthy ? Verdict.HEALTHY : Verdict.UNDETERMINED;
    }

    private boolean areAllProper() {
        List<Way> ways = seen.conclusions().ways();
        return !ways.isEmpty()
                && reservations.isAllCompared()
                && ways.stream()
                        .allMatch(
                                way -> way.delivery() == Way.Delivery.PROPER || way.delivery() == Way.Delivery.FORMER);
    }

    /** One sentence or two, without trailing period. */
    private String sentence(Verdict verdict) {
        return switch (verdict) {
            case MISROUTED -> misrouted();
            case HEALTHY -> healthy();
            case NO_IPSEC -> "no ESP, AH, IKE or L2TP in " + frames() + " frames";
            case UNDETERMINED -> undetermined();
        };
    }

    private static String listed(List<String> all, String separator, String what) {
        String named = all.stream().limit(NAMED).collect(Collectors.joining(separator));
        return all.size() > NAMED ? named + separator + (all.size() - NAMED) + " more " + what : named;
    }

    private String misrouted() {
        List<String> wrongs = wrong(Severity.ERROR).stream()
                .map(finding ->
                        protocol(finding) + " for " + finding.subject().peer().orElseThrow() + " "
                                + (finding.isOngoing() ? "leaves" : "left") + " for " + actual(finding)
                                + ", though its proper next hop is "
                                + finding.subject().expectedNextHop().orElseThrow()
                                + (finding.isMended() ? Judgment.MENDED : ""))
                .toList();
        String wrong = listed(wrongs, "; ", "like these");
        Set<?> misrouted = wrong(Severity.ERROR).stream()
                .map(finding -> finding.subject().peer())
                .collect(Collectors.toSet());
        List<String> rights = proper().stream()
                .filter(way -> !misrouted.contains(Optional.of(way.peer())))
                .map(way -> way.peer() + " via " + way.nextHop())
                .distinct()
                .toList();
        String right = listed(rights, ", ", "peers");
        return wrong + (right.isEmpty() ? "" : "; rightly routed: " + right);
    }

    private String protocol(Finding finding) {
        return seen.protocol(finding.subject().peer().orElseThrow());
    }

    private String actual(Finding finding) {
        boolean isGateway = finding.subject()
                .actualNextHop()
                .flatMap(hop -> hop.mac())
                .flatMap(mac -> seen.topology().nextHop(mac))
                .filter(hop -> hop.is(NextHop.Role.DEFAULT_GATEWAY))
                .isPresent();
        return (isGateway ? "the default gateway " : "")
                + finding.subject().actualNextHop().orElseThrow();
    }

    private String healthy() {
        List<String> rights = proper().stream()
                .map(way -> way.peer() + " via " + way.nextHop())
                .distinct()
                .toList();
        return "all outbound IPsec traffic takes its proper next hop: " + listed(rights, ", ", "peers");
    }

    private List<String> objections() {
        return new AllClear(seen, findings).objections();
    }

    private String undetermined() {
        List<Finding> suspected = wrong(Severity.WARNING);
        if (!suspected.isEmpty()) {
            Finding finding = suspected.get(0);
            return protocol(finding) + " for " + finding.subject().peer().orElseThrow()
                    + " probably leaves for the wrong next hop, " + actual(finding)
                    + ", but the capture does not prove it";
        }
        if (seen.captures().isEmpty()) {
            return "no capture was given, so nothing shows where ESP went";
        }
        if (isLost()) {
            return "the capture is damaged, and none of its frames is of an interface that it describes";
        }
        if (!isReadable()) {
            return "none of the " + frames() + " frames could be read";
        }
        if (seen.conclusions().facts().ipsec().isEmpty()) {
            return "no ESP, AH, IKE or L2TP was found, but " + blindSpots().sentence(frames());
        }
        boolean hasProtected = seen.conclusions().facts().ipsec().stream()
                .anyMatch(talk -> talk.traffic().isProtected());
        if (!hasProtected) {
            return "no ESP was captured, only " + unprotected()
                    + whyNoSa().map(why -> ", and none can be: " + why).orElse("");
        }
        if (seen.conclusions().ways().isEmpty() && !missing.hasHiddenNextHops()) {
            return without();
        }
        List<String> objections = areAllProper() ? objections() : List.of();
        if (!objections.isEmpty()) {
            return "no next hop is known to be wrong, but not all is well: " + listed(objections, "; ", "like these");
        }
        return "the captures do not show enough to decide which next hop is the proper one";
    }

    /** Why there is no way to judge though SAs were seen. */
    private String without() {
        boolean isOutbound = seen.topology().associations().stream()
                .anyMatch(sa -> sa.direction() == SecurityAssociation.Direction.OUTBOUND);
        boolean isOnFirstHop = seen.topology().paths().stream()
                .anyMatch(path -> path.outbound() && path.traffic().isProtected());
        if (isOutbound && isOnFirstHop) {
            return "outbound ESP was captured, but all of it went to a group of stations, so no next hop shows";
        }
        return isOutbound || missing.isOnlyTransit()
                ? "ESP was captured, but not on the link on which its sender chose the next hop"
                : "no outbound ESP was captured";
    }

    /** Why no SA can have come of any negotiation of the case. */
    private Optional<String> whyNoSa() {
        Optional<String> reason = Optional.empty();
        for (Peer peer : seen.peers()) {
            Optional<String> why = new IkeOutcome(seen, peer).whyNoSa();
            if (why.isEmpty()) {
                return Optional.empty();
            }
            reason = why.map(ofPeer -> "IKE with " + peer.address() + " " + ofPeer);
        }
        return reason;
    }

    private String unprotected() {
        if (has(Traffic.IKE)) {
            return "IKE";
        }
        return has(Traffic.KEEPALIVE) ? "NAT-keepalives" : "L2TP in the clear";
    }

    private boolean has(Traffic traffic) {
        return seen.conclusions().facts().ipsec().stream().anyMatch(talk -> talk.traffic() == traffic);
    }

    private boolean isReadable() {
        long unread = seen.captures().stream()
                .flatMap(capture -> capture.points().stream())
                .mapToLong(point -> point.unread() + point.malformed() + point.shortened())
                .sum();
        return (unread == 0 || unread < frames()) && !isLost();
    }

    /** Whether the frames of a damaged capture are of interfaces that it does not describe, so that none was looked at. */
    private boolean isLost() {
        return seen.captures().stream()
                .map(CaseCapture::summary)
                .anyMatch(capture ->
                        capture.frames() > 0 && capture.interfaces().stream().allMatch(one -> one.frames() == 0));
    }

    private BlindSpots blindSpots() {
        return BlindSpots.of(seen.captures());
    }

    /** Frames that were looked at: of a part of the case, fewer than its files hold. */
    private long frames() {
        return BlindSpots.frames(seen.captures());
    }

    private List<Way> proper() {
        return seen.conclusions().ways().stream()
                .filter(way -> way.delivery() == Way.Delivery.PROPER)
                .toList();
    }

    private List<Finding> wrong(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.id().equals(FindingId.ESP_WRONG_NEXT_HOP) && finding.severity() == severity)
                .toList();
    }
}
