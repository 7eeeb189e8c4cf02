package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.net.IpAddress;
import java.io.IOException;

/** How an address stands in a file: its version, and two words. */
public final class AddressForm {
    private AddressForm() {}

    public static void write(IpAddress address, FieldWriter to) throws IOException {
        to.number(address.version());
        to.word(address.high());
        to.word(address.low());
    }

    /**
     * Reads what {@link #write} wrote, from octets that may hold anything.
     *
     * @throws IOException where these are no address
     */
    public static IpAddress read(FieldReader from) throws IOException {
        int version = (int) from.number(6);
        long high = from.word();
        long low = from.word();
        from.hold(IpAddress.isOne(version, high, low), "an address");
        return new IpAddress(version, high, low);
    }
}
