package io.github.espial.report;

import static io.github.espial.report.SampleTraffic.in;
import static io.github.espial.report.SampleTraffic.out;
import static io.github.espial.report.SampleTraffic.outSomewhere;
import static io.github.espial.report.SampleTraffic.span;
import static io.github.espial.report.SampleTraffic.timeless;

import io.github.espial.capture.CaptureFile;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.FormatName;
import io.github.espial.context.Platform;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Judgment;
import io.github.espial.diagnose.Proof;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.NextHop.Role;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.infer.Topology;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameCounts;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.tally.PointTally;
import io.github.espial.store.Compression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cases written down by hand, plain and extreme, for tests of what renders them. */
public final class SampleReports {
    public static final MacAddress SERVER_MAC = MacAddress.parse("00:0c:29:5e:10:0a");
    public static final MacAddress GATEWAY_MAC = MacAddress.parse("00:1b:21:aa:00:01");
    public static final MacAddress ROUTER_MAC = MacAddress.parse("00:1b:21:bb:00:fe");
    public static final IpAddress SERVER = IpAddress.parse("192.0.2.10");
    public static final IpAddress GATEWAY = IpAddress.parse("192.0.2.1");
    public static final IpAddress ROUTER = IpAddress.parse("192.0.2.254");
    public static final IpAddress PEER = IpAddress.parse("198.51.100.20");
    public static final IpAddress OTHER_PEER = IpAddress.parse("203.0.113.30");

    private static final NextHop BY_GATEWAY = hop(GATEWAY_MAC, GATEWAY, Role.DEFAULT_GATEWAY);
    private static final NextHop BY_ROUTER = hop(ROUTER_MAC, ROUTER, Role.TO_PEER);
    private static final Server MACHINE = new Server(List.of(SERVER_MAC), List.of(SERVER), List.of());

    private SampleReports() {}

    /** Like {@code testdata/misrouted-ikev2}: all ESP to the default gateway, IKE by the other router, no answers. */
    public static CaseReport misrouted() {
        return new CaseReport(
                new Judgment(
                        Verdict.MISROUTED,
                        "58 ESP frames for 198.51.100.20 left for the default gateway 192.0.2.1 (00:1b:21:aa:00:01), though the"
                                + " proper next hop of this peer is 192.0.2.254 (00:1b:21:bb:00:fe)",
                        List.of()),
                List.of(capture("capture.pcap", 1544)),
                topology(List.of(expected(PEER, BY_ROUTER)), misroutedPaths()),
                List.of(wrongNextHop(), oneWay()));
    }

    /** The same with proper routes. */
    public static CaseReport healthy() {
        return new CaseReport(
                new Judgment(
                        Verdict.HEALTHY,
                        "All 410 outbound ESP frames left for the proper next hop of their peer",
                        List.of()),
                List.of(capture("capture.pcap", 2010)),
                topology(
                        List.of(expected(PEER, BY_ROUTER)),
                        List.of(
                                out(SERVER, PEER, Traffic.IKE, ROUTER_MAC, span(3, 1, 0.4)),
                                in(SERVER, PEER, Traffic.IKE, ROUTER_MAC, span(3, 1, 0.5)),
                                out(SERVER, PEER, Traffic.ESP, ROUTER_MAC, span(410, 2, 36)),
                                in(SERVER, PEER, Traffic.ESP, ROUTER_MAC, span(402, 2, 36)))),
                List.of());
    }

    /** Two peers, of which one is rightly reached by the default gateway. */
    public static CaseReport twoPeers() {
        List<OuterPath> paths = new ArrayList<>(misroutedPaths());
        paths.add(out(SERVER, OTHER_PEER, Traffic.ESP, GATEWAY_MAC, span(77, 3, 30)));
        paths.add(in(SERVER, OTHER_PEER, Traffic.ESP, GATEWAY_MAC, span(75, 3, 30)));
        paths.add(out(SERVER, PEER, Traffic.ESP, ROUTER_MAC, span(12, 30, 5)));
        return new CaseReport(
                new Judgment(
                        Verdict.MISROUTED,
                        "58 of 70 ESP frames for 198.51.100.20 left for the default gateway",
                        List.of()),
                List.of(capture("both.pcapng", 3000)),
                topology(List.of(expected(PEER, BY_ROUTER), expected(OTHER_PEER, BY_GATEWAY)), paths),
                List.of(wrongNextHop()));
    }

    /** Two servers: one with two cards that sends to two peers, one whose only peer is on its own link. */
    public static CaseReport twoServers() {
        IpAddress second = IpAddress.parse("100.64.20.10");
        IpAddress onLink = IpAddress.parse("192.0.2.77");
        MacAddress onLinkMac = MacAddress.parse("00:0c:29:77:77:77");
        List<OuterPath> paths = new ArrayList<>(misroutedPaths());
        paths.add(out(second, OTHER_PEER, Traffic.UDP_ESP, GATEWAY_MAC, span(1, 3, 0)));
        paths.add(out(IpAddress.parse("192.0.2.11"), onLink, Traffic.AH, onLinkMac, span(30, 3, 30)));
        paths.add(in(IpAddress.parse("192.0.2.11"), onLink, Traffic.L2TP_DATA, onLinkMac, span(9, 3, 30)));
        NextHop peerItself = hop(onLinkMac, onLink, Role.PEER);
        return new CaseReport(
                new Judgment(
                        Verdict.MISROUTED, "58 ESP frames for 198.51.100.20 left for the default gateway", List.of()),
                List.of(capture("eth0.pcap", 700), capture("eth2.pcap", 300)),
                new Topology(
                        List.of(
                                new Server(
                                        List.of(SERVER_MAC, MacAddress.parse("00:0c:29:5e:10:0c")),
                                        List.of(SERVER, second),
                                        List.of()),
                                new Server(
                                        List.of(MacAddress.parse("00:0c:29:5e:10:0b")),
                                        List.of(IpAddress.parse("192.0.2.11")),
                                        List.of())),
                        List.of(BY_GATEWAY, BY_ROUTER, peerItself),
                        List.of(
                                expected(PEER, BY_ROUTER),
                                new Peer(OTHER_PEER, second, Optional.empty(), List.of()),
                                expected(onLink, peerItself)),
                        List.of(),
                        paths),
                List.of(wrongNextHop()));
    }

    /** Linux cooked capture: no destination MACs. */
    public static CaseReport cooked() {
        return new CaseReport(
                new Judgment(
                        Verdict.UNDETERMINED,
                        "The capture does not hold the MAC that frames were sent to",
                        List.of(
                                "Capture on the server's outside interface by name instead of \"any\": Linux cooked frames have"
                                        + " no destination MAC")),
                List.of(capture("sll1.pcap", 900)),
                new Topology(
                        List.of(new Server(List.of(), List.of(SERVER), List.of())),
                        List.of(),
                        List.of(new Peer(PEER, SERVER, Optional.empty(), List.of())),
                        List.of(),
                        List.of(
                                outSomewhere(SERVER, PEER, Traffic.ESP, span(58, 8, 30)),
                                outSomewhere(SERVER, PEER, Traffic.IKE, span(3, 8, 1)))),
                List.of());
    }

    /** A capture in which nothing of interest was seen, nor any time. */
    public static CaseReport empty() {
        CaptureSummary summary = summary("empty.pcap", 0);
        return new CaseReport(
                new Judgment(
                        Verdict.NO_IPSEC,
                        "No ESP, AH, IKE or L2TP was seen",
                        List.of("The capture has no frame: capture while a client uses the tunnel")),
                List.of(new CaseCapture(summary, 0, List.of(), List.of())),
                new Topology(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of());
    }

    /** IPv6, nine peers, twenty findings, long and hostile names, frames without time stamps. */
    public static CaseReport extreme() {
        IpAddress server = IpAddress.parse("2001:db8:1111:2222:3333:4444:5555:6666");
        List<Peer> peers = new ArrayList<>();
        List<OuterPath> paths = new ArrayList<>();
        List<NextHop> hops = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            IpAddress peer = IpAddress.parse("2001:db8:aaaa:bbbb:cccc:dddd:eeee:100" + i);
            MacAddress mac = new MacAddress(0x0000_5e00_0100L + i);
            hops.add(new NextHop(
                    mac,
                    List.of(
                            IpAddress.parse("2001:db8:1111:2222:3333:4444:5555:" + (i + 1)),
                            IpAddress.parse("fe80::1")),
                    Optional.of(longName().substring(0, 60)),
                    List.of(Role.VIRTUAL_ROUTER, Role.TO_PEER),
                    List.of()));
            peers.add(new Peer(
                    peer, server, Optional.of(new Peer.Expectation(hops.get(0).station(), 0.9)), List.of()));
            paths.add(out(server, peer, Traffic.UDP_ESP, mac, timeless(1_000_000_000_000L + i)));
            paths.add(out(server, peer, Traffic.AH, mac, timeless(7)));
        }
        List<Finding> findings = IntStream.range(0, 20)
                .mapToObj(i -> Finding.of(
                                "esp-loss",
                                i < 5 ? Severity.ERROR : i < 12 ? Severity.WARNING : Severity.INFO,
                                "Finding " + i + " of many",
                                longName(),
                                Proof.weighed(
                                        0.999999,
                                        List.of(new Evidence(
                                                "odd",
                                                "tab\there, null\u0000, right-to-left \u202eabc, \ud83d\ude00, \u0627\u0644, \ud800",
                                                -1.5,
                                                List.of(new FrameReference(0, 1), new FrameReference(1, 2)),
                                                Optional.of("esp.spi == 0x" + "f".repeat(300))))))
                        .mendedBy(List.of(new Fix(Platform.LINUX, "ip route add " + "1".repeat(200), "Adds a route"))))
                .toList();
        return new CaseReport(
                new Judgment(Verdict.UNDETERMINED, longName(), List.of(longName(), "x".repeat(400))),
                List.of(timelessCapture(longName()), timelessCapture("second.pcapng")),
                new Topology(
                        List.of(new Server(
                                IntStream.range(0, 7)
                                        .mapToObj(i -> new MacAddress(SERVER_MAC.octets() + i))
                                        .toList(),
                                List.of(server, SERVER),
                                List.of())),
                        hops,
                        peers,
                        List.of(),
                        paths),
                findings);
    }

    /** 400 characters, some of which no font should show. */
    public static String longName() {
        return ("capture\u0007-of-the\u200b-" + "very".repeat(4) + "-long-name/" + "w".repeat(80) + " ")
                .repeat(10)
                .substring(0, 400);
    }

    private static Topology topology(List<Peer> peers, List<OuterPath> paths) {
        return new Topology(List.of(MACHINE), List.of(BY_GATEWAY, BY_ROUTER), peers, List.of(), paths);
    }

    private static List<OuterPath> misroutedPaths() {
        return List.of(
                out(SERVER, PEER, Traffic.IKE, ROUTER_MAC, span(3, 4, 0.3)),
                in(SERVER, PEER, Traffic.IKE, ROUTER_MAC, span(3, 4, 0.4)),
                out(SERVER, PEER, Traffic.ESP, GATEWAY_MAC, span(39, 5, 33)),
                out(SERVER, PEER, Traffic.ESP, GATEWAY_MAC, span(19, 9, 20)));
    }

    private static Finding wrongNextHop() {
        return Finding.of(
                        "esp-wrong-next-hop",
                        Severity.ERROR,
                        "ESP for 198.51.100.20 goes to the default gateway",
                        "58 ESP frames from 192.0.2.10 to 198.51.100.20 were sent to 192.0.2.1 (00:1b:21:aa:00:01), while"
                                + " IKE with the same peer goes by 192.0.2.254 (00:1b:21:bb:00:fe)",
                        Proof.weighed(
                                0.998,
                                List.of(
                                        new Evidence(
                                                "ike-next-hop",
                                                "3 IKE frames for the peer were sent to 00:1b:21:bb:00:fe during the same time",
                                                4.0,
                                                List.of(new FrameReference(0, 12), new FrameReference(0, 14)),
                                                Optional.of("isakmp && ip.dst == 198.51.100.20")),
                                        new Evidence(
                                                "answers",
                                                "No ESP came back while it was sent to the default gateway",
                                                1.5,
                                                List.of(),
                                                Optional.of("esp && ip.src == 198.51.100.20")),
                                        new Evidence(
                                                "esp-frames",
                                                "ESP of SPI 0xcd1d3508 left for 00:1b:21:aa:00:01",
                                                0,
                                                List.of(new FrameReference(0, 120)),
                                                Optional.of("esp.spi == 0xcd1d3508 && eth.dst == 00:1b:21:aa:00:01")))))
                .about(PEER)
                .between(Optional.of(BY_GATEWAY.station()), Optional.of(BY_ROUTER.station()))
                .over(span(58, 5, 33), List.of(new Spi(0xcd1d3508L), new Spi(0xce8c9c31L)), true)
                .mendedBy(List.of(
                        new Fix(
                                Platform.WINDOWS,
                                "route -p add INNER-NETWORK mask MASK 192.0.2.254",
                                "Adds a lasting route for each inner network of the peer by its proper next hop"),
                        new Fix(Platform.LINUX, "ip route add INNER-NETWORK via 192.0.2.254", "The same on Linux"),
                        new Fix(Platform.ANY, "", "Capture again afterwards and compare")));
    }

    private static Finding oneWay() {
        return Finding.of(
                        "esp-one-way",
                        Severity.WARNING,
                        "No ESP comes back from 198.51.100.20",
                        "58 ESP frames went out within 33 s and none came back",
                        List.of(Evidence.seen(
                                "esp-out",
                                "58 ESP frames were sent to the peer",
                                0,
                                span(58, 5, 33),
                                "esp && ip.dst == 198.51.100.20")))
                .about(PEER);
    }

    private static Peer expected(IpAddress address, NextHop by) {
        return new Peer(address, SERVER, Optional.of(new Peer.Expectation(by.station(), 0.998)), List.of());
    }

    private static NextHop hop(MacAddress mac, IpAddress address, Role role) {
        return new NextHop(mac, List.of(address), Optional.of("eth0"), List.of(role), List.of());
    }

    private static CaseCapture capture(String name, long frames) {
        return new CaseCapture(
                summary(name, frames),
                0,
                List.of(new PointTally(
                        0,
                        new Hop.Point(0, 0),
                        1,
                        new FrameCounts(frames, 0, 0, 0, 0, 0),
                        SampleTraffic.START,
                        SampleTraffic.START + 39_776_967_000L)),
                List.of());
    }

    private static CaseCapture timelessCapture(String name) {
        return new CaseCapture(summary(name, 10), 0, List.of(), List.of());
    }

    private static CaptureSummary summary(String name, long frames) {
        return new CaptureSummary(
                name,
                Optional.of(
                        new CaptureFile(new FormatName("pcap"), Compression.NONE, frames * 150 + 24, Optional.empty())),
                frames,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
