package io.github.espial.capture.etl;

import static io.github.espial.capture.etl.EtlBuilder.FIRST;
import static io.github.espial.capture.etl.EtlBuilder.LAST;
import static io.github.espial.capture.etl.EtlBuilder.RECEIVED;
import static io.github.espial.capture.etl.EtlBuilder.SENT;
import static io.github.espial.capture.etl.EtlBuilder.START_STAMP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.Direction;
import io.github.espial.capture.etl.ReadTrace.KeptFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EtlReaderTest {
    private static final int BUFFER = 2048;
    private static final int ETHERNET = 1;
    private static final int RAW = 101;
    private static final int WIFI = 105;
    private static final long MILLISECOND = EtlBuilder.TICKS_PER_SECOND / 1000;

    @Test
    void readsFramesWithTimeDirectionAndInterface() throws IOException {
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .buffer(
                        0,
                        events -> events.kernel(at(1))
                                .frame(at(10), 4, RECEIVED, arp(1))
                                .other(at(11))
                                .frame(at(20), 9, SENT, arp(2))));
        assertThat(trace.frames())
                .containsExactly(
                        new KeptFrame(0, ETHERNET, 10, Direction.INBOUND, 42, hex(arp(1))),
                        new KeptFrame(1, ETHERNET, 20, Direction.OUTBOUND, 42, hex(arp(2))));
        assertThat(trace.problems()).isEmpty();
        assertThat(trace.ledger().interfaces().get(1).name()).contains("interface 9");
        assertThat(trace.ledger().interfaces().get(1).description().os()).contains("Windows 10.0 build 20348");
        assertThat(trace.reader().nothingFound()).isEmpty();
    }

    @Test
    void readsCompressedBuffers() throws IOException {
        EtlBuilder builder = EtlBuilder.trace(BUFFER);
        for (int i = 0; i < 3; i++) {
            int first = 10 * i;
            builder.compressed(0, events -> {
                for (int k = 0; k < 10; k++) {
                    events.frame(at(first + k), 4, RECEIVED, arp(first + k));
                }
            });
        }
        ReadTrace trace = ReadTrace.of(builder);
        assertThat(trace.frames()).hasSize(30);
        assertThat(trace.octets().get(29)).isEqualTo(hex(arp(29)));
        assertThat(trace.problems()).isEmpty();
        assertThat(builder.size()).isLessThan(BUFFER + 30 * 100);
    }

    @Test
    void mergesTheBuffersOfAllProcessorsByTime() throws IOException {
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .buffer(1, events -> events.frame(at(30), 4, 0, arp(3)).frame(at(60), 4, 0, arp(6)))
                .buffer(0, events -> events.frame(at(50), 4, 0, arp(5)).frame(at(70), 4, 0, arp(7)))
                .buffer(0, events -> events.frame(at(10), 4, 0, arp(1)).frame(at(40), 4, 0, arp(4)))
                .buffer(2, events -> events.frame(at(20), 4, 0, arp(2))));
        assertThat(trace.ticks()).containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L);
        assertThat(trace.octets()).first().isEqualTo(hex(arp(1)));
    }

    @Test
    void joinsFragmentsOfInterleavedThreadsAcrossBuffers() throws IOException {
        byte[] frame = arp(1);
        byte[] other = arp(2);
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .buffer(
                        0,
                        events -> events.ndis(at(1), 1, 4, 4, FIRST | SENT, Arrays.copyOf(frame, 14))
                                .ndis(at(2), 2, 4, 4, FIRST | SENT, Arrays.copyOf(other, 20))
                                .ndis(at(3), 1, 4, 4, SENT, Arrays.copyOfRange(frame, 14, 20)))
                .buffer(
                        0,
                        events -> events.ndis(at(4), 1, 4, 4, LAST | SENT, Arrays.copyOfRange(frame, 20, 42))
                                .ndis(at(5), 2, 4, 4, LAST | SENT, Arrays.copyOfRange(other, 20, 42))));
        assertThat(trace.octets()).containsExactly(hex(frame), hex(other));
        assertThat(trace.problems()).isEmpty();
    }

    @Test
    void saysHowManyPacketsLackFragments() throws IOException {
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .buffer(
                        0,
                        events -> events.ndis(at(1), 1, 4, 4, LAST, arp(1))
                                .ndis(at(2), 1, 4, 4, FIRST, arp(2))
                                .ndis(at(3), 1, 4, 4, FIRST, arp(3))
                                .frame(at(4), 4, 0, arp(4))));
        assertThat(trace.octets()).containsExactly(hex(arp(4)));
        assertThat(trace.problems())
                .containsExactly("3 packets lack some of their fragments and are left out; the first is here");
    }

    @Test
    void foldsAFrameThatTwoInterfacesLog() throws IOException {
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .buffer(
                        0,
                        events -> events.frame(at(10), 20, SENT, arp(1))
                                .frame(at(11), 4, SENT, arp(1))
                                .frame(at(20), 4, RECEIVED, arp(2))
                                .frame(at(21), 20, RECEIVED, arp(2))));
        assertThat(trace.ticks()).containsExactly(11L, 20L);
        assertThat(trace.frames()).extracting(KeptFrame::interfaceId).containsExactly(0, 0);
        assertThat(trace.ledger().interfaces().get(0).name()).contains("interface 4");
        assertThat(trace.ledger().comments()).hasSize(1);
        assertThat(trace.problems()).isEmpty();
    }

    @Test
    void keepsFramesThatAreOnlyAlike() throws IOException {
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .buffer(
                        0,
                        events -> events.frame(at(10), 4, SENT, arp(1))
                                .frame(at(11), 4, SENT, arp(1))
                                .frame(at(12), 20, RECEIVED, arp(1))
                                .frame(at(13 + 3 * MILLISECOND), 20, SENT, arp(1))));
        assertThat(trace.frames()).hasSize(4);
        assertThat(trace.ledger().comments()).isEmpty();
    }

    @Test
    void foldsTheAppearancesOfAPacketOfPktMon() throws IOException {
        byte[] mac = {2, 0, 0, 0, 0, 4};
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .compressed(
                        0,
                        events -> events.pktMon(at(10), 1, 4, 1, 61, 42, arp(1))
                                .pktMon(at(11), 1, 4, 1, 59, 42, arp(1))
                                .pktMon(at(12), 2, 3, 1, 59, 42, arp(2))
                                .pktMon(at(13), 2, 3, 1, 61, 42, arp(2))
                                .pktMon(at(14), 3, 3, 1, 59, 99, arp(3))
                                .component(at(99), 59, "nic.sys", "Adapter", mac)));
        assertThat(trace.ticks()).containsExactly(11L, 12L, 14L);
        assertThat(trace.frames())
                .extracting(KeptFrame::direction)
                .containsExactly(Direction.OUTBOUND, Direction.INBOUND, Direction.INBOUND);
        assertThat(trace.frames().get(2).original()).isEqualTo(99);
        assertThat(trace.ledger().interfaces()).hasSize(1);
        assertThat(trace.ledger().interfaces().get(0).description().description())
                .contains("Adapter (nic.sys)");
        assertThat(trace.ledger().interfaces().get(0).description().mac()).hasValue(0x020000000004L);
    }

    @Test
    void foldsALateDropIntoAPacketThatIsGone() throws IOException {
        byte[] bare = Arrays.copyOfRange(ipv4(60), 14, 74);
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .buffer(
                        0,
                        events -> events.pktMon(at(10), 1, 3, 1, 59, 74, ipv4(60))
                                .pktMon(at(10 + 30 * MILLISECOND), 2, 3, 1, 59, 42, arp(2))
                                .pktMon(at(11 + 30 * MILLISECOND), 1, 3, 3, 12, 60, bare)));
        assertThat(trace.octets()).containsExactly(hex(ipv4(60)), hex(arp(2)));
    }

    @Test
    void tellsTheMediaApart() throws IOException {
        byte[] bare = Arrays.copyOfRange(ipv4(60), 14, 74);
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .buffer(
                        0,
                        events -> events.frame(at(1), 4, 0x10000, new byte[30])
                                .frame(at(2), 5, 0x200, bare)
                                .pktMon(at(3), 1, 3, 2, 59, 42, arp(1))
                                .pktMon(at(4), 2, 3, 2, 59, 30, new byte[30])
                                .pktMon(at(5), 3, 3, 3, 12, 60, bare)));
        assertThat(trace.frames()).extracting(KeptFrame::linkType).containsExactly(WIFI, RAW, ETHERNET, WIFI, RAW);
        assertThat(trace.ledger().interfaces()).hasSize(5);
    }

    @Test
    void infersTheOriginalLengthFromTheIpHeader() throws IOException {
        byte[] cut = Arrays.copyOf(ipv4(1000), 80);
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER).buffer(0, events -> events.frame(at(1), 4, 0, cut)));
        assertThat(trace.frames().get(0).original()).isEqualTo(1014);
    }

    @Test
    void readsFramesOfAVirtualSwitch() throws IOException {
        ReadTrace trace =
                ReadTrace.of(EtlBuilder.trace(BUFFER).buffer(0, events -> events.switched(at(1), 3, 2, arp(1))));
        assertThat(trace.octets()).containsExactly(hex(arp(1)));
        assertThat(trace.ledger().interfaces().get(0).name()).contains("interface 5, switch port 3");
    }

    @Test
    void passesOverADamagedBuffer() throws IOException {
        EtlBuilder builder = EtlBuilder.trace(BUFFER)
                .buffer(0, events -> events.frame(at(1), 4, 0, arp(1)).noise(new byte[16]));
        int second = builder.size();
        ReadTrace trace =
                ReadTrace.of(builder.raw(new byte[BUFFER]).buffer(0, events -> events.frame(at(2), 4, 0, arp(2))));
        assertThat(trace.octets()).containsExactly(hex(arp(1)), hex(arp(2)));
        assertThat(trace.problems())
                .containsExactly(
                        "damaged: no buffer header; 2048 octets were passed over",
                        "the buffer is damaged: no event at 136 of 152 octets; its rest was passed over");
        assertThat(trace.ledger().problems().list())
                .extracting(CaptureProblem::offset)
                .containsExactly((long) second, (long) BUFFER);
    }

    @Test
    void findsTheNextCompressedBufferAfterDamage() throws IOException {
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .compressed(0, events -> events.frame(at(1), 4, 0, arp(1)))
                .raw(new byte[301])
                .compressed(0, events -> events.frame(at(2), 4, 0, arp(2))));
        assertThat(trace.octets()).containsExactly(hex(arp(1)), hex(arp(2)));
        assertThat(trace.problems()).containsExactly("damaged: no buffer header; 301 octets were passed over");
    }

    @Test
    void saysWhatItDoesNotUnderstandAndHowToConvertIt() throws IOException {
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER)
                .buffer(
                        0,
                        events -> events.frame(at(1), 4, 0, arp(1))
                                .odd(at(2), new byte[5])
                                .pktMon(at(3), 1, 3, 9, 12, 40, new byte[40])
                                .other(at(4))));
        assertThat(trace.frames()).hasSize(1);
        assertThat(trace.problems()).hasSize(1);
        assertThat(trace.problems().get(0))
                .startsWith("2 packet events are not understood and left out")
                .contains("event 1001, version 0")
                .endsWith("etl2pcapng in.etl out.pcapng, or pktmon etl2pcap in.etl");
    }

    @Test
    void saysThatEventsWereLost() throws IOException {
        ReadTrace trace =
                ReadTrace.of(EtlBuilder.trace(BUFFER, 3).buffer(0, events -> events.frame(at(1), 4, 0, arp(1))));
        assertThat(trace.problems())
                .containsExactly("the trace lost 3 events and 0 buffers while it was made: frames may be missing");
    }

    @Test
    void saysHowToCapturePacketsWhereThereAreNone() throws IOException {
        ReadTrace trace = ReadTrace.of(EtlBuilder.trace(BUFFER).buffer(0, events -> events.other(at(1))));
        assertThat(trace.reader().nothingFound())
                .contains("a Windows event trace without packets (2 other events); packets are in one that was made "
                        + "with: netsh trace start capture=yes");
    }

    @Test
    void recognisesTracesOnly() {
        byte[] trace = EtlBuilder.trace(BUFFER).toOctets();
        assertThat(isTrace(trace)).isTrue();
        byte[] text = "a text of some length ".repeat(40).getBytes(StandardCharsets.US_ASCII);
        for (byte[] other : List.of(text, new byte[BUFFER], filled(0xFF), filled(1))) {
            assertThat(isTrace(other)).isFalse();
        }
        for (int octet : new int[] {0, 3, 52, 74, 75, 78, 72 + 32 + 44, 72 + 32 + 272}) {
            byte[] damaged = trace.clone();
            damaged[octet] ^= (byte) 0xE0;
            assertThat(isTrace(damaged)).as("octet %d", octet).isEqualTo(octet == 0);
        }
    }

    private static boolean isTrace(byte[] file) {
        return EtlReader.isTrace(ByteBuffer.wrap(file), 0);
    }

    private static byte[] filled(int octet) {
        byte[] octets = new byte[BUFFER];
        Arrays.fill(octets, (byte) octet);
        return octets;
    }

    private static long at(long ticks) {
        return START_STAMP + ticks;
    }

    /** An ARP request by {@code sender}, as far as this test goes. */
    private static byte[] arp(int sender) {
        ByteBuffer frame =
                ByteBuffer.allocate(42).putInt(-1).putShort((short) -1).putInt(0x02000000);
        frame.putShort((short) sender)
                .putShort((short) 0x0806)
                .putInt(0x00010800)
                .putInt(0x06040001);
        return frame.array();
    }

    /** An Ethernet frame with an IPv4 packet of {@code length} octets. */
    private static byte[] ipv4(int length) {
        ByteBuffer frame = ByteBuffer.allocate(14 + length).putShort(12, (short) 0x0800);
        frame.putShort(14, (short) 0x4500).putShort(16, (short) length);
        return frame.array();
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }
}
