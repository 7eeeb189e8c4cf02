package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.net.LinkTypes;
import io.github.espial.observe.Hop;
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
        return facts.streams().stream()
                .flatMap(stream -> describe(facts, stream))
                .toList();
    }

    /** A finding for each link type of each interface. */
    private Stream<Finding> describe(Case facts, List<CaseCapture> stream) {
        Map<Place, Long> frames = new LinkedHashMap<>();
        stream.stream()
                .flatMap(capture -> capture.points().stream())
                .filter(point -> point.withoutDestination() > 0)
                .forEach(point -> frames.merge(
                        new Place(point.point(), point.linkType()), point.withoutDestination(), Long::sum));
        return frames.entrySet().stream()
                .map(counted -> describe(Wording.files(stream), Cause.of(facts, counted.getKey()), counted.getValue()));
    }

    private Finding describe(String files, Cause cause, long frames) {
        String text = Wording.frames(frames) + " of IPsec, IKE or L2TP in " + files
                + (frames == 1 ? " has" : " have") + " no destination MAC, because " + cause.reason() + ". "
                + cause.advice();
        return Finding.of(
                id(),
                Severity.WARNING,
                "no next hops can be seen in " + files,
                text,
                List.of(Evidence.stated("link-type", cause.shown(), 0)));
    }

    private record Place(Hop.Point point, int linkType) {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.point.equals(point) && place.linkType == linkType;
        }

        @Override
        public int hashCode() {
            return 31 * point.hashCode() + linkType;
        }
    }

    /**
     * What hides the MACs.
     *
     * @param reason the end of a sentence
     * @param advice a sentence
     * @param shown what of it a reader can see
     */
    private record Cause(String reason, String advice, String shown) {
        private static final String ON_THE_CARD =
                "Capture on the network card itself (eth0, \"Ethernet\"), not on \"any\" or a tunnel interface";

        /** On Ethernet other frames have MACs, if these have none because a tunnel carries them. */
        static Cause of(Case facts, Place place) {
            String linkType = LinkTypes.name(place.linkType());
            if (place.linkType() != LinkTypes.ETHERNET) {
                return new Cause("its link type is " + linkType, ON_THE_CARD, "link type " + linkType);
            }
            return hasMacs(facts, place.point())
                    ? new Cause(
                            "a tunnel without MACs inside carries them (GRE, IP in IP)",
                            "Capture where they pass outside of that tunnel: on the machine that sends them",
                            "IPsec, IKE or L2TP inside of a tunnel, and frames with MACs around it")
                    : new Cause(
                            "words stand in place of MACs, as programs write them that monitor no real Ethernet, or a"
                                    + " tunnel without MACs inside carries them (GRE, IP in IP)",
                            ON_THE_CARD,
                            "link type " + linkType + ", and no MAC of any packet");
        }

        private static boolean hasMacs(Case facts, Hop.Point point) {
            return facts.conclusions()
                    .facts()
                    .talks()
                    .anyMatch(talk -> talk.hop().point().equals(point)
                            && talk.hop().destination().isPresent());
        }
    }
}
