package io.github.espial.ike;

import io.github.espial.net.IpAddress;

/** The addresses of a network that is written as an address and a mask. */
final class Masks {
    private static final long IPV4_BITS = 0xffff_ffffL;

    private Masks() {}

    /** Whether no one follows a zero in it (RFC 4632 §5.1); IKE could state others, and no peer does. */
    static boolean isMask(IpAddress mask) {
        return mask.version() == 4
                ? isMask(mask.low() << Integer.SIZE)
                : isMask(mask.high()) && isMask(mask.low()) && (mask.high() == -1 || mask.low() == 0);
    }

    private static boolean isMask(long word) {
        return word == 0 || word == -1L << (Long.SIZE - Long.bitCount(word));
    }

    static IpAddress lowest(IpAddress address, IpAddress mask) {
        return new IpAddress(address.version(), address.high() & mask.high(), address.low() & mask.low());
    }

    /** The bits that the mask does not have are set. */
    static IpAddress highest(IpAddress address, IpAddress mask) {
        return address.version() == 4
                ? new IpAddress(4, 0, (address.low() & mask.low()) | (~mask.low() & IPV4_BITS))
                : new IpAddress(
                        6, (address.high() & mask.high()) | ~mask.high(), (address.low() & mask.low()) | ~mask.low());
    }
}
