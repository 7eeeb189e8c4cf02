package io.github.espial.context;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;

/**
 * Which addresses a key is for, as tables with wildcards state it.
 *
 * @param version 4 or 6; 0 for any address of either version
 * @param bits what an address must be where {@code mask} has ones
 * @param mask which bits count
 */
public record AddressPattern(int version, IpAddress bits, IpAddress mask) {
    private static final AddressPattern ANY =
            new AddressPattern(0, IpPrefix.all(4).address(), IpPrefix.all(4).address());

    /** Any address. */
    public static AddressPattern any() {
        return ANY;
    }

    /** Any address of IP version 4 or 6. */
    public static AddressPattern any(int version) {
        IpAddress none = IpPrefix.all(version).address();
        return new AddressPattern(version, none, none);
    }

    /** One address; the unspecified one stands for any of its version. */
    public static AddressPattern exactly(IpAddress address) {
        if (address.isUnspecified()) {
            return any(address.version());
        }
        IpAddress ones = address.version() == 4 ? IpAddress.ofIpv4(-1) : IpAddress.ofIpv6(-1, -1);
        return new AddressPattern(address.version(), address, ones);
    }

    public boolean matches(IpAddress address) {
        return version == 0
                || (version == address.version()
                        && (address.high() & mask.high()) == (bits.high() & mask.high())
                        && (address.low() & mask.low()) == (bits.low() & mask.low()));
    }
}
