package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every view, whatever octets it is pointed at. */
class ViewsTest {
    private static final long SEED = 20_260_101;
    private static final int ROUNDS = 3_000;
    private static final int LONGEST = 400;

    private interface Wrapping {
        boolean wrap(ByteBuffer octets, int start, int length);
    }

    private record Subject(Object view, Wrapping wrapping, int headersBefore, FrameBuilder frame) {
        /** Octets that the view takes. */
        byte[] sample() {
            byte[] octets = frame.octets();
            return Arrays.copyOfRange(octets, headersBefore, octets.length);
        }
    }

    static Stream<Named<Subject>> views() {
        EthernetView ethernet = new EthernetView();
        LlcSnapView snap = new LlcSnapView();
        VlanView vlan = new VlanView();
        ArpView arp = new ArpView();
        Ipv4View ipv4 = new Ipv4View();
        Ipv6View ipv6 = new Ipv6View();
        Ipv6ExtensionHeaders extensions = new Ipv6ExtensionHeaders();
        UdpView udp = new UdpView();
        TcpView tcp = new TcpView();
        Icmpv4View icmp = new Icmpv4View();
        Icmpv6View icmpv6 = new Icmpv6View();
        NdpView ndp = new NdpView();
        EspView esp = new EspView();
        VrrpView vrrp = new VrrpView();
        HsrpView hsrp = new HsrpView();
        GlbpView glbp = new GlbpView();
        AhView ah = new AhView();
        IkeView ike = new IkeView();
        IkePayloads payloads = new IkePayloads();
        IkeProposals proposals = new IkeProposals();
        IkeTransforms transforms = new IkeTransforms();
        IkeAttributes attributes = new IkeAttributes();
        IkeNotifyView notify = new IkeNotifyView();
        IkeDeleteView deletion = new IkeDeleteView();
        IkeIdentityView identity = new IkeIdentityView();
        IkeSelectors selectors = new IkeSelectors();
        IkeFragmentView ikeFragment = new IkeFragmentView();
        UdpEncapsulationView encapsulation = new UdpEncapsulationView();
        L2tpView l2tp = new L2tpView();
        L2tpAvpView avp = new L2tpAvpView();
        PppView ppp = new PppView();
        PppControlView control = new PppControlView();
        PppOptionView option = new PppOptionView();
        DhcpView dhcp = new DhcpView();
        LinuxCookedView cooked = new LinuxCookedView();
        LinuxCookedV2View cookedV2 = new LinuxCookedV2View();
        BsdLoopbackView loopback = new BsdLoopbackView();
        PppoeView pppoe = new PppoeView();
        MplsView mpls = new MplsView();
        GreView gre = new GreView();
        ErspanView erspan = new ErspanView();
        VxlanView vxlan = new VxlanView();
        GeneveView geneve = new GeneveView();
        HsrView hsr = new HsrView();
        ServiceInstanceView service = new ServiceInstanceView();
        WirelessView wireless = new WirelessView();
        RadioView radiotap = new RadioView();
        RadioView prism = new RadioView();
        byte[] router = OctetText.octets("94040000");
        FrameBuilder packet6 = bare6().esp(1, 1).payload(20);
        return Stream.of(
                subject(ethernet, ethernet::wrap, 0, ether().ipv4("192.0.2.1", "192.0.2.2")),
                subject(snap, snap::wrap, 14, ether().llcSnap().ipv4("192.0.2.1", "192.0.2.2")),
                subject(vlan, vlan::wrap, 14, ether().vlan(120).ipv4("192.0.2.1", "192.0.2.2")),
                subject(arp, arp::wrap, 14, ether().arpRequest("00:0c:29:5e:10:0a", "192.0.2.10", "192.0.2.1")),
                subject(ipv4, ipv4::wrap, 0, bare4().ipOptions(router).payload(30)),
                subject(ipv6, ipv6::wrap, 0, bare6().payload(30)),
                subject(
                        extensions,
                        (octets, start, length) -> extensions.wrap(octets, start, length, 0),
                        40,
                        bare6().extension(0)
                                .extension(43)
                                .extension(44)
                                .extension(60)
                                .payload(20)),
                subject(udp, udp::wrap, 20, bare4().udp(500, 500).payload(30)),
                subject(tcp, tcp::wrap, 20, bare4().tcp(49153, 445, TcpView.ACK).payload(30)),
                subject(icmp, icmp::wrap, 20, bare4().tooLarge(1400).payload(60)),
                subject(icmpv6, icmpv6::wrap, 40, bare6().tooLarge(1400).quoting(packet6, 60)),
                subject(
                        ndp,
                        ndp::wrap,
                        40,
                        bare6().ndpRedirect("fe80::1", "2001:db8::1", "00:1b:21:aa:00:fe", packet6)),
                subject(vrrp, vrrp::wrap, 0, bare("21056401 000170f6 0a000002 00000000 00000000")),
                subject(hsrp, hsrp::wrap, 0, bare("00001003 0a6e0500 63697363 6f000000 0a000002")),
                subject(
                        glbp,
                        glbp::wrap,
                        0,
                        bare(
                                "010003fd 0000c800 08640000 011c0020 00640000 00000bb8 00002710 02583840 00000104 0a141464")),
                subject(esp, esp::wrap, 20, bare4().esp(1, 1).payload(30)),
                subject(ah, ah::wrap, 20, bare4().ah(1, 1).payload(30)),
                subject(
                        ike,
                        ike::wrap,
                        0,
                        FrameBuilder.bare().ikev2(34, 1, 0, 8, 0).payload(30)),
                subject(
                        payloads,
                        (octets, start, length) -> {
                            payloads.wrap(octets, start, length, IkePayloads.V2_NONCE);
                            return payloads.nextPayload();
                        },
                        0,
                        bare("2900000a 010203040506 00000008 0000000e")),
                subject(
                        proposals,
                        (octets, start, length) -> proposals.wrap(octets, start, length, 1) && proposals.nextProposal(),
                        0,
                        bare("00000001 00000001 00000014 01030401 c0c86871 00000008 01030000")),
                subject(
                        transforms,
                        (octets, start, length) -> {
                            transforms.wrap(octets, start, length);
                            return transforms.nextTransform();
                        },
                        0,
                        bare("0300000c 01000014 800e0100 00000008 05000000")),
                subject(
                        attributes,
                        (octets, start, length) -> {
                            attributes.wrap(octets, start, length);
                            return attributes.nextAttribute();
                        },
                        0,
                        bare("000c0004 00007080 800e0100")),
                subject(
                        notify,
                        (octets, start, length) -> notify.wrap(octets, start, length, 1),
                        0,
                        bare("00000001 03044009 c0c86871 aabb")),
                subject(
                        deletion,
                        (octets, start, length) -> deletion.wrap(octets, start, length, 2),
                        0,
                        bare("03040002 c0c86871 c7330a2c")),
                subject(identity, identity::wrap, 0, bare("041106a5 0a140000 ffff0000")),
                subject(
                        selectors,
                        (octets, start, length) -> selectors.wrap(octets, start, length) && selectors.nextSelector(),
                        0,
                        bare("01000000 07060010 01bb01bb 0a140000 0a14ffff")),
                subject(ikeFragment, ikeFragment::wrap, 0, bare("00020003 aabbccdd")),
                subject(
                        encapsulation,
                        encapsulation::wrap,
                        0,
                        FrameBuilder.bare().nonEspMarker().payload(30)),
                subject(
                        l2tp,
                        l2tp::wrap,
                        0,
                        FrameBuilder.bare().l2tpControl(1, 2, 3, 4).payload(30)),
                subject(
                        avp,
                        avp::wrap,
                        0,
                        FrameBuilder.bare().payload(Avps.of(1).text(7, "lac").toOctets())),
                subject(ppp, ppp::wrap, 0, FrameBuilder.bare().ppp(PppView.LCP).payload(30)),
                subject(
                        control,
                        control::wrap,
                        0,
                        FrameBuilder.bare().payload(OctetText.octets("02 01 0009 0305 c22381"))),
                subject(option, option::wrap, 0, FrameBuilder.bare().payload(OctetText.octets("0305 c22381"))),
                subject(
                        dhcp,
                        dhcp::wrap,
                        0,
                        FrameBuilder.bare()
                                .dhcp(DhcpView.BOOT_REPLY, "00:0c:29:5e:10:0a", "192.0.2.10")
                                .dhcpMessageType(DhcpView.ACK)
                                .dhcpServer("192.0.2.2")
                                .dhcpRouters("192.0.2.1", "192.0.2.254")
                                .dhcpRoute(DhcpView.CLASSLESS_ROUTES, "10.20.0.0", 16, "192.0.2.254")),
                subject(
                        cooked,
                        cooked::wrap,
                        0,
                        FrameBuilder.cooked(4, "00:0c:29:5e:10:0a").payload(30)),
                subject(
                        cookedV2,
                        cookedV2::wrap,
                        0,
                        FrameBuilder.cookedV2(3, 4, "00:0c:29:5e:10:0a").payload(30)),
                subject(loopback, loopback::wrap, 0, FrameBuilder.loopback().payload(30)),
                subject(pppoe, pppoe::wrap, 14, ether().pppoe(7).pppProtocol().ipv4("192.0.2.1", "192.0.2.2")),
                subject(mpls, mpls::wrap, 14, ether().mpls(16, 17).ipv4("192.0.2.1", "192.0.2.2")),
                subject(gre, gre::wrap, 20, bare4().gre(0x88be, 8).payload(30)),
                subject(erspan, erspan::wrap, 0, bare("2078 0005 01020304 0000 8001 0102030405060708 ffff")),
                subject(vxlan, vxlan::wrap, 0, bare("08000000 00123400 ffff")),
                subject(geneve, geneve::wrap, 0, bare("02406558 00123400 010a8001 deadbeef ffff")),
                subject(hsr, hsr::wrap, 0, bare("1040 0007 0800 45")),
                subject(service, service::wrap, 0, bare("000b1234 ffff")),
                subject(
                        wireless,
                        wireless::wrap,
                        0,
                        FrameBuilder.bare()
                                .wireless(1, "00:1b:21:aa:00:01", "00:0c:29:5e:10:0a", "00:1b:21:aa:00:02")
                                .payload(30)),
                subject(
                        radiotap,
                        radiotap::wrapRadiotap,
                        0,
                        FrameBuilder.bare()
                                .payload(OctetText.octets("0000190003000080000000000000000001020304050607082000"))),
                subject(
                        prism,
                        prism::wrapPrism,
                        0,
                        FrameBuilder.bare().payload(OctetText.octets("44000000 0c000000 00000000 0800"))));
    }

    private static FrameBuilder ether() {
        return FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01");
    }

    private static FrameBuilder bare(String octets) {
        return FrameBuilder.bare().payload(OctetText.octets(octets));
    }

    private static FrameBuilder bare4() {
        return FrameBuilder.bare().ipv4("192.0.2.10", "198.51.100.20");
    }

    private static FrameBuilder bare6() {
        return FrameBuilder.bare().ipv6("2001:db8::a", "2001:db8:ffff:1::14");
    }

    private static Named<Subject> subject(Object view, Wrapping wrapping, int headersBefore, FrameBuilder frame) {
        return named(view.getClass().getSimpleName(), new Subject(view, wrapping, headersBefore, frame));
    }

    @ParameterizedTest
    @MethodSource("views")
    void takesItsSample(Subject subject) {
        byte[] sample = subject.sample();
        assertThat(subject.wrapping.wrap(ByteBuffer.wrap(sample), 0, sample.length))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("views")
    void staysInsideOfEveryShorterLength(Subject subject) throws ReflectiveOperationException {
        byte[] sample = subject.sample();
        for (int length = 0; length <= sample.length; length++) {
            staysInside(subject, Arrays.copyOf(sample, length));
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void staysInsideOfRandomOctets(Subject subject) throws ReflectiveOperationException {
        RandomGenerator random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = new byte[random.nextInt(LONGEST)];
            random.nextBytes(octets);
            staysInside(subject, octets);
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void staysInsideOfDamagedOctets(Subject subject) throws ReflectiveOperationException {
        byte[] sample = subject.sample();
        RandomGenerator random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = sample.clone();
            for (int damage = random.nextInt(1, 5); damage > 0; damage--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            staysInside(subject, Arrays.copyOf(octets, random.nextInt(octets.length + 1)));
        }
    }

    /** Reads everything twice, with other octets before; the buffer ends with the header, so reads beyond it throw. */
    private static void staysInside(Subject subject, byte[] octets) throws ReflectiveOperationException {
        Map<String, Object> first = read(subject, octets, 0, (byte) 0);
        Map<String, Object> second = read(subject, octets, 5, (byte) 0xff);
        assertThat(second).as(() -> HexFormat.of().formatHex(octets)).isEqualTo(first);
    }

    /** Every accessor's value by name, positions counted from the start of the header; empty if it does not fit. */
    private static Map<String, Object> read(Subject subject, byte[] octets, int before, byte filler)
            throws ReflectiveOperationException {
        byte[] surrounded = new byte[before + octets.length];
        Arrays.fill(surrounded, 0, before, filler);
        System.arraycopy(octets, 0, surrounded, before, octets.length);
        Map<String, Object> values = new TreeMap<>();
        if (subject.wrapping.wrap(ByteBuffer.wrap(surrounded), before, octets.length)) {
            for (Method accessor : subject.view.getClass().getDeclaredMethods()) {
                if (Modifier.isPublic(accessor.getModifiers())
                        && !Modifier.isStatic(accessor.getModifiers())
                        && accessor.getParameterCount() == 0
                        && !(accessor.getName().startsWith("next") && accessor.getReturnType() == boolean.class)
                        && !accessor.getName().endsWith("Routes")
                        && !accessor.getName().endsWith("Route")) {
                    values.put(accessor.getName(), value(subject.view, accessor, octets, before));
                }
            }
            values.keySet().stream().filter(name -> name.endsWith("Start")).forEach(name -> {
                String lengthName = name.substring(0, name.length() - "Start".length()) + "Length";
                assertThat(values).containsKey(lengthName);
                assertThat(number(values, lengthName)).as(lengthName).isNotNegative();
                assertThat(number(values, name)).as(name).isBetween(0, octets.length - number(values, lengthName));
            });
            if (subject.view instanceof DhcpView dhcp) {
                readDhcp(dhcp, octets.length, values);
            }
        }
        return values;
    }

    private static int number(Map<String, Object> values, String name) {
        return (Integer) Objects.requireNonNull(values.get(name), name);
    }

    private static Object value(Object view, Method accessor, byte[] octets, int before)
            throws ReflectiveOperationException {
        try {
            Object value = accessor.invoke(view);
            return accessor.getName().endsWith("Start") ? (Integer) value - before : value;
        } catch (InvocationTargetException e) {
            throw new AssertionError(
                    accessor.getName() + " of " + HexFormat.of().formatHex(octets), e.getCause());
        }
    }

    /** What takes an argument or moves a cursor. */
    private static void readDhcp(DhcpView dhcp, int length, Map<String, Object> values) {
        for (int i = 0; i < dhcp.routerCount(); i++) {
            values.put("router " + i, dhcp.router(i));
        }
        for (int code = 0; code < 256; code++) {
            if (dhcp.find(code)) {
                values.put("length of option " + code, dhcp.optionLength());
                assertThat(dhcp.optionLength()).isBetween(0, length);
            }
        }
        boolean hasRoutes = dhcp.startRoutes();
        for (int i = 0; dhcp.nextRoute(); i++) {
            assertThat(hasRoutes).isTrue();
            assertThat(dhcp.routePrefixLength()).isBetween(0, 32);
            values.put("route " + i, dhcp.routePrefix() + "/" + dhcp.routePrefixLength() + " " + dhcp.routeGateway());
        }
    }
}
