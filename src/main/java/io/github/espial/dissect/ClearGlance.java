package io.github.espial.dissect;

import io.github.espial.net.Ports;
import io.github.espial.wire.EspView;
import io.github.espial.wire.UdpView;
import java.nio.ByteBuffer;

/**
 * A glance at where ESP's ciphertext begins: whether a packet in the clear stands there (RFC 5879 §8). It costs a few
 * reads, and of random octets fewer than one packet in ten thousand passes; what passes is worth a closer look.
 */
public final class ClearGlance {
    /** Octets of the IV of AES-GMAC, which encrypts nothing either (RFC 4543). */
    private static final int IV_LENGTH = 8;

    /** Octets after the inner packet at most: padding, trailer and ICV. */
    private static final int LONGEST_TAIL = 64;

    private static final int IPV4_HEADER_LENGTH = 20;
    private static final int IPV6_HEADER_LENGTH = 40;
    private static final int TOTAL_LENGTH = 2;
    private static final int PAYLOAD_LENGTH = 4;
    private static final int DESTINATION_PORT = 2;
    private static final int UDP_LENGTH = 4;

    private ClearGlance() {}

    /**
     * Whether the octets behind the header of ESP look like an IP packet, or like L2TP in UDP.
     *
     * @param start position of the SPI in big-endian {@code octets}
     * @param length octets captured from there on
     * @param originalLength octets of ESP as sent
     */
    public static boolean at(ByteBuffer octets, int start, int length, int originalLength) {
        int header = EspView.HEADER_LENGTH;
        return isPacket(octets, start + header, length - header, originalLength - header)
                || isPacket(
                        octets,
                        start + header + IV_LENGTH,
                        length - header - IV_LENGTH,
                        originalLength - header - IV_LENGTH);
    }

    private static boolean isPacket(ByteBuffer octets, int start, int length, int originalLength) {
        if (length < UdpView.HEADER_LENGTH) {
            return false;
        }
        int first = octets.get(start) & 0xff;
        if (first >= 0x45 && first <= 0x4f) {
            int total = u16(octets, start + TOTAL_LENGTH);
            return total >= IPV4_HEADER_LENGTH && fits(total, originalLength);
        }
        if (first >>> 4 == 6 && fits(IPV6_HEADER_LENGTH + u16(octets, start + PAYLOAD_LENGTH), originalLength)) {
            return true;
        }
        boolean isL2tp = u16(octets, start) == Ports.L2TP || u16(octets, start + DESTINATION_PORT) == Ports.L2TP;
        return isL2tp && fits(u16(octets, start + UDP_LENGTH), originalLength);
    }

    private static boolean fits(int packet, int available) {
        return packet < available && packet + LONGEST_TAIL >= available;
    }

    private static int u16(ByteBuffer octets, int at) {
        return octets.getShort(at) & 0xffff;
    }
}
