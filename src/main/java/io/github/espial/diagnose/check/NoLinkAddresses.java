package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.net.LinkTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        return facts.streams().stream().flatMap(this::describe).toList();
    }

    /** A finding for each link type of each interface. */
    private Stream<Finding> describe(List<CaseCapture> stream) {
        Map<List<Integer>, Long> frames = new LinkedHashMap<>();
        stream.stream()
                .flatMap(capture -> capture.points().stream())
                .filter(point -> point.withoutDestination() > 0)
                .forEach(point -> frames.merge(
                        List.of(point.point().interfaceId(), point.linkType()), point.withoutDestination(), Long::sum));
        return frames.entrySet().stream()
                .map(counted -> describe(Wording.files(stream), counted.getKey().get(1), counted.getValue()));
    }

    private static String reason(int linkType) {
        return linkType == LinkTypes.ETHERNET
                ? "words stand in place of MACs, as programs write them that monitor no real Ethernet"
                : "its link type is " + LinkTypes.name(linkType);
    }

    private Finding describe(String files, int linkType, long frames) {
        String text = Wording.frames(frames) + " of IPsec, IKE or L2TP in " + files
                + " have no destination MAC, because " + reason(linkType)
                + ". Capture on the network card itself (eth0, \"Ethernet\"), not on \"any\" or a tunnel interface";
        return Finding.of(
                id(),
                Severity.WARNING,
                "no next hops can be seen in " + files,
                text,
                List.of(Evidence.stated("link-type", "link type " + LinkTypes.name(linkType), 0)));
    }
}
