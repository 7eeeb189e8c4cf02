package io.github.espial.dissect;

import io.github.espial.net.Ports;
import io.github.espial.wire.EspView;
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
        if (length < Long.BYTES) {
            return false;
        }
        long words = octets.getLong(start);
        int first = (int) (words >>> 56);
        if (first >= 0x45 && first <= 0x4f) {
            int total = second(words);
            return total >= IPV4_HEADER_LENGTH && fits(total, originalLength);
        }
        if (first >>> 4 == 6 && fits(IPV6_HEADER_LENGTH + third(words), originalLength)) {
            return true;
        }
        boolean isL2tp = words >>> 48 == Ports.L2TP || second(words) == Ports.L2TP;
        return isL2tp && fits(third(words), originalLength);
    }

    private static boolean fits(int packet, int available) {
        return packet < available && packet + LONGEST_TAIL >= available;
    }

    /** Octets 2 and 3: IPv4's total length, or UDP's destination port. */
    private static int second(long words) {
        return (int) (words >>> 32) & 0xffff;
    }

    /** Octets 4 and 5: IPv6's payload length, or UDP's length. */
    private static int third(long words) {
        return (int) (words >>> 16) & 0xffff;
    }
}
