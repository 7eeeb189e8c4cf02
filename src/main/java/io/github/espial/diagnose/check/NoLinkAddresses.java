package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.net.LinkTypes;
import io.github.espial.observe.PointTally;
import java.util.List;

/**
 * IPsec frames without a destination MAC: the capture cannot show which next hop they were handed to. See the page {@code
 * no-link-addresses}.
 */
public final class NoLinkAddresses implements Check {
    @Override
    public String id() {
        return "no-link-addresses";
    }

    @Override
    public String summary() {
        return "the capture holds no destination MACs, so it cannot show next hops";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.captures().stream()
                .flatMap(capture -> capture.points().stream()
                        .filter(point -> point.withoutDestination() > 0)
                        .map(point -> describe(capture, point)))
                .toList();
    }

    private static String reason(int linkType) {
        return linkType == LinkTypes.ETHERNET
                ? "words stand in place of MACs, as programs write them that monitor no real Ethernet"
                : "its link type is " + LinkTypes.name(linkType);
    }

    private Finding describe(CaseCapture capture, PointTally point) {
        String name = capture.summary().name();
        String text = Wording.frames(point.withoutDestination()) + " of IPsec, IKE or L2TP in " + name
                + " have no destination MAC, because " + reason(point.linkType())
                + ". Capture on the network card itself (eth0, \"Ethernet\"), not on \"any\" or a tunnel interface";
        return Finding.of(
                id(),
                Severity.WARNING,
                0.99,
                "no next hops can be seen in " + name,
                text,
                List.of(Evidence.stated("link-type", "link type " + LinkTypes.name(point.linkType()), 0)));
    }
}
