package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;
import java.net.InetAddress;

/** How an address stands in a file: its octets, their number first. */
final class AddressForm {
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;

    /** Octets that one takes at the least. */
    static final int LEAST_OCTETS = IPV4_LENGTH;

    private AddressForm() {}

    static void write(InetAddress address, FieldWriter to) throws IOException {
        to.octets(address.getAddress());
    }

    static InetAddress read(FieldReader from) throws IOException {
        byte[] octets = from.octets(IPV6_LENGTH);
        from.hold(octets.length == IPV4_LENGTH || octets.length == IPV6_LENGTH, "the length of an address");
        return InetAddress.getByAddress(octets);
    }
}
