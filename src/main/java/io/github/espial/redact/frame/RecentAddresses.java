package io.github.espial.redact.frame;

import io.github.espial.redact.mapping.Mapping;

/** Remembers what stands for addresses that were asked for lately: each costs up to 128 blocks of AES. Not thread-safe. */
final class RecentAddresses {
    private static final int PLACES = 1 << 12;
    private static final int WORDS = 4;

    private final Mapping mapping;
    /** What was asked for in the upper half, what stands for it in the lower. */
    private final long[] ipv4 = new long[PLACES];

    private final boolean[] hasIpv4 = new boolean[PLACES];
    /** By twos, and fours: what was asked for, then what stands for it. */
    private final long[] macs = new long[2 * PLACES];

    private final long[] ipv6 = new long[WORDS * PLACES];
    private long high;
    private long low;

    RecentAddresses(Mapping mapping) {
        this.mapping = mapping;
    }

    int ipv4(int address) {
        int place = place(address);
        if (!hasIpv4[place] || (int) (ipv4[place] >>> Integer.SIZE) != address) {
            long stand = Integer.toUnsignedLong(mapping.addresses().of(address));
            ipv4[place] = (long) address << Integer.SIZE | stand;
            hasIpv4[place] = true;
        }
        return (int) ipv4[place];
    }

    /** 0 stands for 0, so that a place without a MAC tells the truth. */
    long mac(long mac) {
        int place = 2 * place(mac);
        if (macs[place] != mac) {
            macs[place + 1] = mapping.macs().of(mac);
            macs[place] = mac;
        }
        return macs[place + 1];
    }

    /** Looks an IPv6 address up: {@link #high()} and {@link #low()} stand for it. The unspecified one stands for itself. */
    void ipv6(long addressHigh, long addressLow) {
        int place = WORDS * place(addressHigh * 31 + addressLow);
        if (ipv6[place] != addressHigh || ipv6[place + 1] != addressLow) {
            ipv6[place] = addressHigh;
            ipv6[place + 1] = addressLow;
            ipv6[place + 2] = mapping.addresses().high(addressHigh, addressLow);
            ipv6[place + 3] = mapping.addresses().low(addressHigh, addressLow);
        }
        high = ipv6[place + 2];
        low = ipv6[place + 3];
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    private static int place(long value) {
        return (int) ((value * 0x9e3779b97f4a7c15L) >>> 52);
    }
}
