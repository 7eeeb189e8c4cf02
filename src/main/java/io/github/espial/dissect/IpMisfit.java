package io.github.espial.dissect;

import io.github.espial.wire.Ipv4View;
import io.github.espial.wire.Ipv6View;
import java.nio.ByteBuffer;

/** Says why an IP header does not fit, once a view has found that it does not. */
final class IpMisfit {
    private static final int TOTAL_LENGTH = 2;

    private IpMisfit() {}

    static Fault ofIpv4(ByteBuffer octets, int start, int length) {
        if (length < Ipv4View.MINIMUM_HEADER_LENGTH) {
            return Fault.IPV4;
        }
        int first = octets.get(start) & 0xff;
        int headerLength = (first & 0x0f) * Integer.BYTES;
        if (first >>> 4 != 4) {
            return Fault.IPV4_VERSION;
        }
        if (headerLength < Ipv4View.MINIMUM_HEADER_LENGTH) {
            return Fault.IPV4_HEADER_LENGTH;
        }
        int total = octets.getShort(start + TOTAL_LENGTH) & 0xffff;
        return total != 0 && total < headerLength ? Fault.IPV4_TOTAL_LENGTH : Fault.IPV4_OPTIONS;
    }

    static Fault ofIpv6(int length) {
        return length < Ipv6View.HEADER_LENGTH ? Fault.IPV6 : Fault.IPV6_VERSION;
    }
}
