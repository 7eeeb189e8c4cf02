package io.github.espial.report;

import io.github.espial.capture.CaptureFile;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.InterfaceDescription;
import io.github.espial.context.Platform;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseInputs;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.InnerTraffic;
import io.github.espial.diagnose.Judgment;
import io.github.espial.diagnose.Negotiations;
import io.github.espial.diagnose.Proof;
import io.github.espial.diagnose.ProvenWay;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Server;
import io.github.espial.infer.Station;
import io.github.espial.infer.Topology;
import io.github.espial.l2tp.Authentication;
import io.github.espial.l2tp.Closing;
import io.github.espial.l2tp.L2tpSession;
import io.github.espial.l2tp.L2tpTunnel;
import io.github.espial.l2tp.PppLink;
import io.github.espial.l2tp.State;
import io.github.espial.l2tp.TunnelEnd;
import io.github.espial.net.IpAddress;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameCounts;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.SequenceNumbers;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.tally.PointTally;
import io.github.espial.predict.Predictions;
import io.github.espial.store.Compression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Small cases with values typed by hand, for tests of report formats. */
public final class SampleCases {
    /** 2026-10-31T12:00:00Z. */
    public static final long NOON = 1_793_448_000_000_000_000L;

    public static final MacAddress SERVER_MAC = MacAddress.parse("00:0c:29:5e:10:0a");
    public static final MacAddress GATEWAY_MAC = MacAddress.parse("00:1b:21:aa:00:01");
    public static final MacAddress ROUTER_MAC = MacAddress.parse("00:1b:21:bb:00:fe");
    public static final IpAddress SERVER = IpAddress.parse("192.0.2.10");
    public static final IpAddress PEER = IpAddress.parse("198.51.100.20");
    public static final Topology NOBODY = new Topology(List.of(), List.of(), List.of(), List.of(), List.of());

    private static final Station GATEWAY =
            new Station(Optional.of(GATEWAY_MAC), Optional.of(IpAddress.parse("192.0.2.1")));
    private static final Station ROUTER =
            new Station(Optional.of(ROUTER_MAC), Optional.of(IpAddress.parse("192.0.2.254")));

    private SampleCases() {}

    /** ESP of one SA went to the default gateway, IKE to the peer's router. */
    public static CaseReport misrouted() {
        Span esp = span(39, 6942, 100_123_456, 9_000_000_789L, 0, 21, 940);
        Evidence ike = Evidence.seen(
                "ike-next-hop",
                "IKE to 198.51.100.20 goes to 192.0.2.254 (00:1b:21:bb:00:fe) and is answered (3 frames)",
                4,
                span(3, 1200, 0, 1, 0, 12, 14),
                "isakmp && eth.dst == 00:1b:21:bb:00:fe");
        Evidence unanswered = new Evidence(
                "unanswered",
                "no answer from 198.51.100.20 arrives",
                -1.255,
                List.of(new FrameReference(0, 21)),
                Optional.empty());
        Evidence shown = Evidence.seen(
                "esp-next-hop", "39 frames of ESP were handed to the gateway", 0, esp, "esp.spi == 0xcd1d3508");
        Finding finding = Finding.of(
                        "esp-wrong-next-hop",
                        Severity.ERROR,
                        "ESP for 198.51.100.20 leaves for the wrong next hop",
                        "39 frames of ESP for 198.51.100.20 left for the default gateway 192.0.2.1 (00:1b:21:aa:00:01); "
                                + "its proper next hop is 192.0.2.254 (00:1b:21:bb:00:fe)",
                        Proof.weighed(0.98765432, List.of(shown, ike, unanswered)))
                .about(PEER)
                .between(Optional.of(GATEWAY), Optional.of(ROUTER))
                .over(esp, List.of(new Spi(0xcd1d3508L)), true)
                .mendedBy(List.of(
                        new Fix(
                                Platform.WINDOWS,
                                "route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254",
                                "outlasts a restart"),
                        new Fix(Platform.ANY, "", "a routed tunnel interface needs no such route")));
        SecurityAssociation association = association(
                Traffic.ESP,
                0xcd1d3508L,
                esp,
                List.of(new SecurityAssociation.Link(hop(0, Optional.of(SERVER_MAC), Optional.of(GATEWAY_MAC)), esp)));
        Topology topology = new Topology(
                List.of(new Server(
                        List.of(SERVER_MAC), List.of(SERVER), List.of(Evidence.stated("sends", "sends ESP", 1)))),
                List.of(new NextHop(
                        GATEWAY_MAC,
                        List.of(IpAddress.parse("192.0.2.1")),
                        Optional.of("eth0"),
                        List.of(NextHop.Role.DEFAULT_GATEWAY),
                        List.of(Evidence.stated("takes", "takes packets for 9 networks", 1)))),
                List.of(new Peer(
                        PEER, SERVER, Optional.of(new Peer.Expectation(ROUTER, 0.99996)), List.of(ike, unanswered))),
                List.of(association),
                List.of());
        return new CaseReport(
                new Judgment(
                        Verdict.MISROUTED,
                        "ESP for 198.51.100.20 left for 192.0.2.1 (00:1b:21:aa:00:01); its next hop is 192.0.2.254 "
                                + "(00:1b:21:bb:00:fe).",
                        List.of()),
                List.of(capture("case/capture.pcap", 6, 1019, List.of())),
                topology,
                List.of(finding));
    }

    /** As {@link #misrouted()}, with so many peers beside the one. */
    public static CaseReport misroutedPeers(int count) {
        CaseReport one = misrouted();
        List<Finding> findings = IntStream.rangeClosed(1, count)
                .mapToObj(peer -> one.findings().get(0).about(IpAddress.parse("203.0.113." + peer)))
                .toList();
        return new CaseReport(one.judgment(), one.inputs().captures(), one.topology(), findings);
    }

    /** A capture without MACs, times and digest, damaged at its end. */
    public static CaseReport undetermined() {
        Span esp = new Span(5, 500, Long.MAX_VALUE, Long.MIN_VALUE, new FrameReference(0, 1), new FrameReference(0, 5));
        SecurityAssociation association = new SecurityAssociation(
                Traffic.AH,
                SERVER,
                PEER,
                new Spi(0x100),
                Direction.TRANSIT,
                esp,
                new SecurityAssociation.Sequence(1, 9, Optional.empty()),
                List.of(new SecurityAssociation.Link(hop(0, Optional.empty(), Optional.empty()), esp)));
        CaptureSummary summary = new CaptureSummary(
                "any.pcapng.gz",
                Optional.of(new CaptureFile(new FormatName("pcapng"), Compression.GZIP, 99, Optional.empty())),
                5,
                List.of(new CaptureInterface(
                        0, LinkTypes.LINUX_SLL2, 0, 9, InterfaceDescription.NONE, 5, 2, OptionalLong.of(7))),
                List.of(),
                List.of(),
                List.of(
                        new CaptureProblem(24, OptionalLong.empty(), "a block of an unknown kind"),
                        new CaptureProblem(880, OptionalLong.of(6), "ends in the middle of a record")));
        return new CaseReport(
                new Judgment(
                        Verdict.UNDETERMINED,
                        "The capture holds no destination MACs.",
                        List.of("Capture on the network card itself, not on \"any\"")),
                List.of(new CaseCapture(summary, 0, List.of(tally(0, Long.MAX_VALUE, Long.MIN_VALUE)), List.of())),
                new Topology(List.of(), List.of(), List.of(), List.of(association), List.of()),
                List.of(Finding.of(
                        "no-link-addresses",
                        Severity.WARNING,
                        "No destination MACs",
                        "5 IPsec frames have no destination MAC",
                        List.of(Evidence.stated("link-type", "linux-sll2 holds no destination MAC", 0)))));
    }

    /** Nothing to see. */
    public static CaseReport noIpsec() {
        return new CaseReport(new Judgment(Verdict.NO_IPSEC, "No IPsec.", List.of()), List.of(), NOBODY, List.of());
    }

    /** ESP in UDP over IPv6 on a VLAN that two captures of different resolution show. */
    public static CaseReport healthyInTwoCaptures() {
        Span early = span(3, 300, 0, 2_000_000_000L, 0, 1, 3);
        Span late = span(4, 400, 1_000_000_000L, 3_000_000_000L, 1, 1, 4);
        List<SecurityAssociation.Link> links = List.of(
                new SecurityAssociation.Link(hop(0, Optional.of(SERVER_MAC), Optional.of(ROUTER_MAC), 120, 7), early),
                new SecurityAssociation.Link(hop(1, Optional.of(SERVER_MAC), Optional.of(ROUTER_MAC), 120), late));
        SecurityAssociation association = new SecurityAssociation(
                Traffic.UDP_ESP,
                IpAddress.parse("2001:db8::10"),
                IpAddress.parse("2001:db8:ffff::20"),
                new Spi(0xffffffffL),
                Direction.INBOUND,
                early.plus(late),
                new SecurityAssociation.Sequence(1, 4, Optional.of(new SequenceNumbers.Gaps(0, 3, 0))),
                links);
        Evidence acrossCaptures = new Evidence(
                "ike-next-hop",
                "IKE goes the same way",
                4,
                List.of(new FrameReference(1, 9), new FrameReference(0, 12), new FrameReference(1, 14)),
                Optional.empty());
        return new CaseReport(
                new Judgment(
                        Verdict.HEALTHY,
                        "All ESP takes its proper next hop.",
                        List.of(),
                        List.of(new ProvenWay(
                                IpAddress.parse("2001:db8:ffff::20"),
                                "ESP",
                                ROUTER,
                                early,
                                List.of(new Spi(0xffffffffL)),
                                4,
                                Proof.weighed(0.982, List.of(acrossCaptures))))),
                List.of(
                        capture("a/eth0.pcap", 6, 3, List.of()),
                        remarked(
                                capture("b\\eth0.pcap", 9, 4, List.of()),
                                "its clock is 2.500 s ahead of that of a/eth0.pcap")),
                new Topology(List.of(), List.of(), List.of(), List.of(association), List.of()),
                List.of(Finding.of(
                        "nat-traversal",
                        Severity.INFO,
                        "NAT",
                        "ESP in UDP",
                        Proof.weighed(0.999999, List.of(acrossCaptures)))));
    }

    /** As {@link #noIpsec()}, but every text that a capture may choose is {@code text}. */
    public static CaseReport says(String text) {
        Evidence evidence = new Evidence("said", text, 0, List.of(new FrameReference(0, 1)), Optional.of(text));
        return new CaseReport(
                new Judgment(Verdict.NO_IPSEC, text, List.of(text)),
                List.of(capture(text, 6, 1, List.of(new CaptureProblem(0, OptionalLong.empty(), text)))),
                NOBODY,
                List.of(Finding.of("capture-damaged", Severity.INFO, text, text, List.of(evidence))
                        .mendedBy(List.of(new Fix(Platform.ANY, text, text)))));
    }

    /** So many SAs, of SPI 1 and on. */
    public static CaseReport withAssociations(int count) {
        Span span = span(1, 100, 0, 0, 0, 1, 1);
        List<SecurityAssociation> associations = IntStream.rangeClosed(1, count)
                .mapToObj(spi -> association(Traffic.ESP, spi, span, List.of()))
                .toList();
        return new CaseReport(
                new Judgment(Verdict.UNDETERMINED, "Many.", List.of()),
                List.of(),
                new Topology(List.of(), List.of(), List.of(), associations, List.of()),
                List.of());
    }

    /** A tunnel inside ESP with one session, of which every member is known; a host calls itself {@code name}. */
    public static CaseReport withTunnel(String name) {
        Span span = span(30, 3000, 0, 2_000_000_000L, 0, 1, 60);
        Closing closing = new Closing(
                PEER,
                OptionalInt.of(2),
                Optional.of("a general error"),
                OptionalInt.of(4),
                Optional.of("resources are lacking"),
                Optional.of(name));
        PppLink link = new PppLink(
                Optional.of(PppLink.LinkState.TERMINATED),
                Optional.of(new Authentication("MS-CHAPv2", Authentication.Outcome.FAILED, OptionalLong.of(691))),
                List.of(new PppLink.LinkAddress(SERVER, IpAddress.parse("10.20.50.10"))),
                Optional.of("MPPE 128 bit"),
                5,
                7);
        L2tpSession session = new L2tpSession(
                List.of(new L2tpSession.SessionId(SERVER, 60168), new L2tpSession.SessionId(PEER, 14406)),
                new L2tpSession.Call(Optional.of(SERVER), false, Optional.of("5550100"), Optional.of("5550199")),
                State.CLOSED,
                Optional.of(closing),
                link,
                span);
        L2tpTunnel tunnel = new L2tpTunnel(
                List.of(
                        new TunnelEnd(SERVER, OptionalInt.of(43037), Optional.of(name), Optional.of("Microsoft")),
                        new TunnelEnd(PEER, OptionalInt.empty(), Optional.empty(), Optional.empty())),
                Optional.of(SERVER),
                List.of(new Spi(0xcd1d3508L)),
                State.ESTABLISHED,
                Optional.empty(),
                new L2tpTunnel.Messages(2, 1, 3),
                List.of(session),
                span);
        return new CaseReport(
                new Judgment(Verdict.HEALTHY, "All ESP takes its proper next hop.", List.of()),
                CaseInputs.of(List.of()),
                NOBODY,
                List.of(),
                new InnerTraffic(List.of(), List.of(), List.of(), List.of()),
                new Negotiations(List.of(), List.of(tunnel)),
                Predictions.NONE);
    }

    private static SecurityAssociation association(
            Traffic traffic, long spi, Span span, List<SecurityAssociation.Link> links) {
        return new SecurityAssociation(
                traffic,
                SERVER,
                PEER,
                new Spi(spi),
                Direction.OUTBOUND,
                span,
                new SecurityAssociation.Sequence(1, 40, Optional.of(new SequenceNumbers.Gaps(1, 0, 0))),
                links);
    }

    private static CaseCapture capture(String name, int digits, long frames, List<CaptureProblem> problems) {
        CaptureSummary summary = new CaptureSummary(
                name,
                Optional.of(new CaptureFile(
                        new FormatName("pcap"), Compression.NONE, 123_456, Optional.of("0123456789abcdef".repeat(4)))),
                frames,
                List.of(new CaptureInterface(
                        0,
                        LinkTypes.ETHERNET,
                        262_144,
                        digits,
                        new InterfaceDescription(
                                Optional.of("eth0"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                List.of()),
                        frames,
                        0,
                        OptionalLong.empty())),
                List.of(),
                List.of(),
                problems);
        return new CaseCapture(summary, 0, List.of(tally(3, NOON, NOON + 10_000_000_001L)), List.of());
    }

    private static CaseCapture remarked(CaseCapture capture, String remark) {
        return new CaseCapture(capture.summary(), 1, capture.points(), List.of(remark));
    }

    private static PointTally tally(long malformed, long firstNanos, long lastNanos) {
        return new PointTally(
                0,
                new Hop.Point(0, 0),
                LinkTypes.ETHERNET,
                new FrameCounts(5, 0, malformed, 0, 0, 0),
                firstNanos,
                lastNanos);
    }

    private static Hop hop(
            int capture, Optional<MacAddress> source, Optional<MacAddress> destination, Integer... vlans) {
        return new Hop(new Hop.Point(capture, 0), source, destination, List.of(vlans));
    }

    private static Span span(
            long frames, long octets, long afterNoon, long untilAfterNoon, int capture, long first, long last) {
        return new Span(
                frames,
                octets,
                NOON + afterNoon,
                NOON + untilAfterNoon,
                new FrameReference(capture, first),
                new FrameReference(capture, last));
    }
}
