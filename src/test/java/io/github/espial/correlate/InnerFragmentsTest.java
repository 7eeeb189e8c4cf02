package io.github.espial.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.esp.EspBuilder;
import io.github.espial.net.IpProtocols;
import io.github.espial.read.Division;
import io.github.espial.wire.FrameBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fragments inside a tunnel that encrypts nothing, so that no key is needed. */
class InnerFragmentsTest {
    private static final byte[] KEY = {1, 2, 3};
    private static final String HOST = "10.1.0.50";
    private static final String HOST6 = "2001:db8:1::50";
    private static final String SERVER = "10.20.1.5";
    private static final String SERVER6 = "2001:db8:20:1::5";

    @TempDir
    private Path scratch = Path.of("");

    private final List<byte[]> packets = new ArrayList<>();
    private final List<Long> seconds = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void countsToTheFlowOfTheFirstFragment(boolean isIpv6) throws Exception {
        add(0, IpProtocols.UDP, first(isIpv6, 7).udp(40_000, 2049).payload(96));
        add(0, IpProtocols.UDP, later(isIpv6, 7, 104, true).payload(104));
        add(0, IpProtocols.UDP, later(isIpv6, 7, 208, false).payload(9));
        assertThat(flows()).containsExactly(Map.entry(udp(isIpv6, 40_000, 2049), 3L));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsAFirstFragmentThatComesLast(boolean isIpv6) throws Exception {
        add(0, IpProtocols.UDP, later(isIpv6, 7, 104, false).payload(104));
        add(30, IpProtocols.UDP, first(isIpv6, 7).udp(40_000, 2049).payload(96));
        assertThat(flows()).containsExactly(Map.entry(udp(isIpv6, 40_000, 2049), 2L));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void countsWithoutPortsWhereTheFirstIsNotThere(boolean isIpv6) throws Exception {
        add(0, IpProtocols.UDP, first(isIpv6, 7).udp(40_000, 2049).payload(96));
        add(0, IpProtocols.UDP, later(isIpv6, 8, 104, false).payload(104));
        // Far too late to be of the packet with that number.
        add(600, IpProtocols.UDP, later(isIpv6, 7, 104, false).payload(104));
        assertThat(flows())
                .containsExactlyInAnyOrderEntriesOf(Map.of(udp(isIpv6, 40_000, 2049), 1L, udp(isIpv6, 0, 0), 2L));
    }

    @Test
    void doesNotChooseBetweenTwoPacketsOfOneNumber() throws Exception {
        add(0, IpProtocols.UDP, first(false, 7).udp(40_000, 2049).payload(96));
        add(0, IpProtocols.UDP, first(false, 7).udp(40_000, 53).payload(96));
        add(0, IpProtocols.UDP, later(false, 7, 104, false).payload(104));
        assertThat(flows()).containsEntry(udp(false, 0, 0), 1L).hasSize(3);
    }

    @Test
    void countsFragmentsOfGreToThePacketInIt() throws Exception {
        FrameBuilder carried =
                FrameBuilder.bare().ipv6(HOST6, SERVER6).udp(5353, 53).payload(64);
        add(0, IpProtocols.GRE, first(false, 9).gre(0x86dd, 0).payload(carried.octets()));
        add(0, IpProtocols.GRE, later(false, 9, 120, false).payload(40));
        assertThat(flows()).containsExactly(Map.entry(udp(true, 5353, 53), 2L));
    }

    @Test
    void readsGreInIpv6AndIpv6InIpv4() throws Exception {
        FrameBuilder carried =
                FrameBuilder.bare().ipv4(HOST, SERVER).udp(5353, 53).payload(64);
        add(
                0,
                0,
                FrameBuilder.bare()
                        .ipv6("2001:db8::1", "2001:db8::2")
                        .gre(0x0800, 0)
                        .payload(carried.octets()));
        add(
                0,
                0,
                FrameBuilder.bare()
                        .ipv4("10.1.0.1", "10.20.0.1")
                        .protocol(IpProtocols.IPV6)
                        .payload(FrameBuilder.bare()
                                .ipv6(HOST6, SERVER6)
                                .udp(9, 7)
                                .payload(8)
                                .octets()));
        assertThat(flows()).containsOnlyKeys(udp(false, 5353, 53), udp(true, 9, 7));
    }

    private static FrameBuilder first(boolean isIpv6, int number) {
        return packet(isIpv6).identification(number).fragment(0, true);
    }

    private static FrameBuilder later(boolean isIpv6, int number, int offset, boolean more) {
        return packet(isIpv6).identification(number).fragment(offset, more);
    }

    private static FrameBuilder packet(boolean isIpv6) {
        return isIpv6
                ? FrameBuilder.bare().ipv6(HOST6, SERVER6)
                : FrameBuilder.bare().ipv4(HOST, SERVER);
    }

    private static String udp(boolean isIpv6, int sourcePort, int destinationPort) {
        return "udp " + (isIpv6 ? HOST6 : HOST) + " " + sourcePort + " > " + (isIpv6 ? SERVER6 : SERVER) + " "
                + destinationPort;
    }

    private void add(long second, int protocol, FrameBuilder inner) {
        packets.add((protocol == 0 ? inner : inner.protocol(protocol)).octets());
        seconds.add(second);
    }

    /** Frames by flow, the same however the capture is cut. */
    private Map<String, Long> flows() throws Exception {
        PcapBuilder file = PcapBuilder.nanoseconds(ByteOrder.LITTLE_ENDIAN);
        for (int packet = 0; packet < packets.size(); packet++) {
            byte[] inner = packets.get(packet);
            ByteBuffer esp = new EspBuilder()
                    .inner(inner, (inner[0] & 0xf0) == 0x60 ? IpProtocols.IPV6 : IpProtocols.IPV4)
                    .sequenceNumber(packet + 1L)
                    .hmac("HmacSHA1", KEY, 12)
                    .build();
            byte[] sealed = new byte[esp.remaining()];
            esp.get(sealed);
            file.frame(
                    1_700_000_000L + seconds.get(packet),
                    0,
                    FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:bb:00:fe")
                            .ipv4("192.0.2.10", "198.51.100.20")
                            .protocol(IpProtocols.ESP)
                            .payload(sealed)
                            .octets());
        }
        Path capture = Files.write(scratch.resolve("fragments.pcap"), file.toOctets());
        Map<String, Long> whole = frames(LabInside.of(capture, Division.NONE));
        assertThat(frames(LabInside.of(capture, new Division(2, 0, 1, 200)))).isEqualTo(whole);
        return whole;
    }

    private static Map<String, Long> frames(TunnelContents inside) {
        Map<String, Long> frames = new TreeMap<>();
        for (Flow flow : inside.flows()) {
            frames.merge(
                    flow.protocolName() + " " + flow.inner().source() + " "
                            + flow.inner().sourcePort() + " > " + flow.inner().destination() + " "
                            + flow.inner().destinationPort(),
                    flow.span().frames(),
                    Long::sum);
        }
        return frames;
    }
}
