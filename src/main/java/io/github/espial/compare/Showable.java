package io.github.espial.compare;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.infer.OuterPath;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.Traffic;
import java.util.Set;

/** Whether a case could have shown a finding of another: absence is no cure where nothing was there to look at. */
final class Showable {
    /** What rests on words of the machine, such as policies and routes. */
    private static final Set<String> OF_WORDS = Set.of("bypasses-tunnel", "cleartext-leak", "route-missing");

    private final CaseReport report;

    Showable(CaseReport report) {
        this.report = report;
    }

    boolean couldShow(Finding finding) {
        if (OF_WORDS.contains(finding.id())) {
            return !report.inputs().contexts().isEmpty()
                    || !report.innerTraffic().flows().isEmpty();
        }
        return finding.subject()
                .peer()
                .map(peer -> couldShow(finding.id(), peer))
                .orElseGet(() -> !report.inputs().captures().isEmpty());
    }

    private boolean couldShow(String id, IpAddress peer) {
        boolean isOfIke = id.startsWith("ike-");
        return report.topology().paths().stream()
                .filter(path -> path.peer().equals(peer) && path.outbound())
                .map(OuterPath::traffic)
                .anyMatch(isOfIke ? Traffic.IKE::equals : Showable::isOfTunnel);
    }

    private static boolean isOfTunnel(Traffic traffic) {
        return traffic.isProtected() || traffic == Traffic.L2TP_CONTROL || traffic == Traffic.L2TP_DATA;
    }
}
