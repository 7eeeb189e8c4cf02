package io.github.espial.report;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;

import io.github.espial.compare.Comparison;
import io.github.espial.correlate.InnerNetwork;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Optional;

/** Comparisons of cases, plain and extreme, for tests of what renders them. */
public final class SampleComparisons {
    private static final long OUT = 0xc0c86871L;
    private static final long OTHER_OUT = 0xc0c86872L;
    private static final long IN = 0xc1122334L;

    private SampleComparisons() {}

    /** All kinds. */
    public static List<Comparison> all() {
        return List.of(mended(), partlyMended(), worse(), unchanged(), cannotTell(), extreme(), ofNothing());
    }

    /** A single peer whose ESP moved to the proper next hop. */
    public static Comparison mended() {
        return Comparison.of(SampleReports.misrouted(), SampleReports.healthy());
    }

    /** Two SAs, of which one still goes wrong; before, a network is known that both were for. */
    public static Comparison partlyMended() {
        LabNetwork network = LabNetwork.IPV4;
        InnerNetwork inner = new InnerNetwork(
                network.address(PEER),
                Optional.empty(),
                IpPrefix.host(network.address(SERVER)),
                IpPrefix.parse("10.20.0.0/16"));
        CaseBuilder before = CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT1, OUT, 20)
                .espOut(RT1, OTHER_OUT, 20)
                .knowing(new TunnelContents(List.of(), List.of(), List.of(inner), List.of()));
        CaseBuilder after = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(
                        4,
                        one -> one.espOut(RT1, OUT, 5).espOut(RT2, OTHER_OUT, 3).espIn(RT2, IN, 3));
        return Comparison.of(before.report(), after.report());
    }

    /** The other way round than mended, with another peer beside it. */
    public static Comparison worse() {
        return Comparison.of(SampleReports.healthy(), SampleReports.twoPeers());
    }

    /** The same case twice. */
    public static Comparison unchanged() {
        return Comparison.of(SampleReports.misrouted(), SampleReports.misrouted());
    }

    /** No destination MACs in the second case. */
    public static Comparison cannotTell() {
        return Comparison.of(SampleReports.healthy(), SampleReports.cooked());
    }

    /** Long and hostile names, IPv6, nine peers of which the second case has none. */
    public static Comparison extreme() {
        return Comparison.of(SampleReports.extreme(), SampleReports.twoServers());
    }

    /** Nothing to compare. */
    public static Comparison ofNothing() {
        return Comparison.of(SampleReports.empty(), SampleReports.empty());
    }
}
