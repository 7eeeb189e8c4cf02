package io.github.espial.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.Frame;
import io.github.espial.capture.KeptFrames;
import io.github.espial.dissect.L2tpPacket.Text;
import io.github.espial.wire.Avps;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.L2tpView;
import io.github.espial.wire.OctetText;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class L2tpPacketTest {
    /** A request for a tunnel. */
    private static final String REQUEST = """
            c802 0046 0000 0000 0000 0000  control, length 70
            8008 0000 0000 0001            message type SCCRQ
            8008 0000 0002 0100            protocol version 1.0
            800a 0000 0003 00000003        framing
            0008 0000 0006 0690            firmware
            8009 0000 0007 6c6163          host name lac
            0007 0000 0008 58              vendor name X
            8008 0000 0009 a81d            assigned tunnel id
            """;

    private final L2tpPacket packet = new L2tpPacket();

    @Test
    void readsARequestInFull() {
        assertThat(read(OctetText.octets(REQUEST))).isTrue();
        assertThat(packet.isControl()).isTrue();
        assertThat(packet.messageType()).isEqualTo(1);
        assertThat(packet.tunnelId()).isZero();
        assertThat(packet.assignedId()).isEqualTo(0xa81d);
        assertThat(packet.text(Text.HOST_NAME)).contains("lac");
        assertThat(packet.text(Text.VENDOR_NAME)).contains("X");
        assertThat(packet.text(Text.REASON)).isEmpty();
        assertThat(packet.result()).isEqualTo(L2tpPacket.NONE);
        assertThat(packet.error()).isEqualTo(L2tpPacket.NONE);
        assertThat(packet.isHiding()).isFalse();
        assertThat(packet.isBroken()).isFalse();
    }

    @Test
    void readsWhyASessionEnds() {
        assertThat(read(control(Avps.of(14).result(2, 4, "no modem").number(14, 7))))
                .isTrue();
        assertThat(packet.messageType()).isEqualTo(14);
        assertThat(packet.assignedId()).isEqualTo(7);
        assertThat(packet.result()).isEqualTo(2);
        assertThat(packet.error()).isEqualTo(4);
        assertThat(packet.text(Text.REASON)).contains("no modem");
    }

    @Test
    void readsAResultWithoutAnError() {
        assertThat(read(control(Avps.of(4).number(1, 6)))).isTrue();
        assertThat(packet.result()).isEqualTo(6);
        assertThat(packet.error()).isEqualTo(L2tpPacket.NONE);
        assertThat(packet.isBroken()).isFalse();
    }

    @Test
    void leavesHiddenValuesClosed() {
        assertThat(read(control(Avps.of(1)
                        .hidden(7, OctetText.octets("6c6163"))
                        .hidden(9, OctetText.octets("0102"))
                        .text(8, "X"))))
                .isTrue();
        assertThat(packet.isHiding()).isTrue();
        assertThat(packet.text(Text.HOST_NAME)).isEmpty();
        assertThat(packet.assignedId()).isZero();
        assertThat(packet.text(Text.VENDOR_NAME)).contains("X");
        assertThat(packet.isBroken()).isFalse();
    }

    @Test
    void passesOverAttributesOfVendors() {
        assertThat(read(control(Avps.of(1).raw(OctetText.octets("8008 0137 0009 1234")))))
                .isTrue();
        assertThat(packet.assignedId()).isZero();
        assertThat(packet.isBroken()).isFalse();
    }

    @Test
    void knowsAnAcknowledgement() {
        assertThat(read(FrameBuilder.bare().l2tpControl(9, 0, 1, 1).octets())).isTrue();
        assertThat(packet.messageType()).isEqualTo(L2tpPacket.ZERO_LENGTH_BODY);
        assertThat(packet.tunnelId()).isEqualTo(9);
        assertThat(packet.isBroken()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8000 0000 0007 6c6163", "8005 0000 0007", "83ff 0000 0007 6c6163", "8008 0000"})
    void endsAtAnAvpThatCannotBe(String avp) {
        assertThat(read(control(Avps.of(1).number(9, 5).raw(OctetText.octets(avp)))))
                .isTrue();
        assertThat(packet.isBroken()).isTrue();
        assertThat(packet.assignedId()).isEqualTo(5);
        assertThat(packet.text(Text.HOST_NAME)).isEmpty();
    }

    @Test
    void saysSoOfAMessageThatDoesNotBeginWithItsType() {
        byte[] octets = FrameBuilder.bare()
                .l2tpControl(1, 0, 0, 0)
                .payload(OctetText.octets("8008 0000 0009 0005 8008 0000 0000 0001"))
                .octets();
        assertThat(read(octets)).isTrue();
        assertThat(packet.isBroken()).isTrue();
        assertThat(packet.messageType()).isZero();
    }

    @Test
    void saysSoOfANumberWithoutOctets() {
        assertThat(read(control(Avps.of(1).raw(OctetText.octets("8007 0000 0009 05")))))
                .isTrue();
        assertThat(packet.isBroken()).isTrue();
    }

    @Test
    void blamesNobodyForWhatTheCaptureCutOff() {
        byte[] octets = OctetText.octets(REQUEST);
        for (int length = 20; length < octets.length; length++) {
            assertThat(read(ByteBuffer.wrap(octets), length)).isTrue();
            assertThat(packet.messageType()).isEqualTo(1);
            assertThat(packet.isBroken()).as("%d octets", length).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Maximum receive unit, then the option in question.
        "c021, 02 01 000d 0104 0578 0305 c22381, 2, c22381",
        "c021, 02 01 0008 0304 c023, 2, c02300",
        "c021, 01 01 0008 0304 c023, 1, 0",
        "8021, 02 01 000a 0306 0a143201, 2, 0a143201",
        "8021, 04 01 000a 0306 0a143201, 4, 0",
        "80fd, 02 01 000a 1206 01000040, 2, 01000040",
        "c223, 04 01 0014 453d36393120523d3020433d30302056, 4, 2b3",
        "c223, 04 01 0006 4e4f, 4, 0",
        "c023, 01 01 000a 01 61 03 707764, 1, 0",
        // Options that go round in a circle, or beyond the end.
        "8021, 02 01 000a 0300 0a143201, 2, 0",
        "8021, 02 01 000a 0307 0a143201, 2, 0",
        // Packets, in the clear and compressed.
        "0021, 45, 0, 0",
        "00fd, 9001, 0, 0"
    })
    void readsWhatPppSaysOfItsLink(String protocol, String octets, int code, String detail) {
        assertThat(read(data(protocol, octets))).isTrue();
        assertThat(packet.isControl()).isFalse();
        assertThat(packet.pppProtocol()).isEqualTo(Integer.parseInt(protocol, 16));
        assertThat(packet.pppCode()).isEqualTo(code);
        assertThat(packet.pppDetail()).isEqualTo(Long.parseLong(detail, 16));
    }

    @ParameterizedTest
    @CsvSource({"c021, 09 01 0008 00000000", "c021, 02 01 00", "c021, 02 01 0003", "c025, 01 01 0004", "0020, 45"})
    void keepsSilentOnWhatPppDoesNotSay(String protocol, String octets) {
        assertThat(read(data(protocol, octets))).isFalse();
    }

    @Test
    void takesItsAddressesFromThePacket() {
        byte[] frame = FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:bb:00:fe")
                .ipv6("2001:db8::a", "2001:db8:ffff:1::14")
                .udp(1701, 1701)
                .l2tpControl(9, 0, 1, 1)
                .octets();
        Dissector dissector = new Dissector(new UdpPairs());
        Frame cursor = KeptFrames.frame(1, frame);
        assertThat(dissector.dissect(cursor)).isEqualTo(Content.L2TP_CONTROL);
        assertThat(packet.read(cursor.octets(), dissector)).isTrue();
        assertThat(packet.hosts().version()).isEqualTo(6);
        assertThat(packet.hosts().sourceLow()).isEqualTo(0xa);
        assertThat(packet.hosts().destinationHigh()).isEqualTo(0x20010db8ffff0001L);
        assertThat(packet.hosts().destinationLow()).isEqualTo(0x14);
    }

    private static byte[] control(Avps avps) {
        return FrameBuilder.bare()
                .l2tpControl(1, 0, 0, 0)
                .payload(avps.toOctets())
                .octets();
    }

    private static byte[] data(String protocol, String octets) {
        return FrameBuilder.bare()
                .l2tpData(1, 2)
                .ppp(Integer.parseInt(protocol, 16))
                .payload(OctetText.octets(octets))
                .octets();
    }

    private boolean read(byte[] octets) {
        return read(ByteBuffer.wrap(octets), octets.length);
    }

    private boolean read(ByteBuffer octets, int length) {
        L2tpView view = new L2tpView();
        assertThat(view.wrap(octets, 0, length)).isTrue();
        return packet.read(octets, view);
    }
}
