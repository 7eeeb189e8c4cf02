package io.github.espial.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.KeptFrames;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.LinkTypes;
import io.github.espial.wire.FrameBuilder;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InnerPacketTest {
    private final Dissector outer = new Dissector(new UdpPairs());
    private final InnerPacket inner = new InnerPacket();

    @BeforeEach
    void readTheOuterPacket() {
        byte[] frame = FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:bb:00:fe")
                .ipv4("192.0.2.10", "198.51.100.20")
                .esp(0xc0c86871L, 1)
                .payload(40)
                .octets();
        assertThat(outer.dissect(KeptFrames.frame(LinkTypes.ETHERNET, frame))).isEqualTo(Content.ESP);
    }

    @Test
    void readsAPacketThatClaimsToBeLongerThanWhatHoldsIt() {
        byte[] packet = FrameBuilder.bare()
                .ipv4("10.1.0.50", "10.20.1.5")
                .udp(40_000, 1701)
                .l2tpControl(1, 0, 0, 0)
                .payload(20)
                .octets();
        packet[2] = (byte) 0xff;
        for (int length = 28; length <= packet.length; length++) {
            assertThat(read(packet, length, IpProtocols.IPV4)).isTrue();
            assertThat(inner.destinationPort()).isEqualTo(1701);
            assertThat(inner.carriage()).isEqualTo(InnerPacket.Carriage.TUNNEL);
        }
    }

    @Test
    void refusesWhatIsTooShortForAPacket() {
        byte[] packet = FrameBuilder.bare()
                .ipv6("2001:db8::1", "2001:db8::2")
                .payload(8)
                .octets();
        for (int length = 0; length < 40; length++) {
            assertThat(read(packet, length, IpProtocols.IPV6))
                    .as("%d octets", length)
                    .isFalse();
        }
        assertThat(read(packet, packet.length, IpProtocols.NO_NEXT_HEADER)).isFalse();
    }

    @Test
    void endsInTunnelsThatHoldThemselves() {
        byte[] packet =
                FrameBuilder.bare().ipv4("10.1.0.50", "10.20.1.5").payload(0).octets();
        for (int depth = 0; depth < 40; depth++) {
            packet = FrameBuilder.bare()
                    .ipv4("10.1.0.50", "10.20.1.5")
                    .protocol(IpProtocols.IPV4)
                    .payload(packet)
                    .octets();
        }
        assertThat(read(packet, packet.length, IpProtocols.IPV4)).isTrue();
        assertThat(inner.protocol()).isEqualTo(IpProtocols.IPV4);
        assertThat(inner.carriage()).isEqualTo(InnerPacket.Carriage.NESTED);
    }

    private boolean read(byte[] octets, int length, int nextHeader) {
        return inner.read(outer, ByteBuffer.wrap(octets, 0, length), 0, length, nextHeader);
    }
}
