package io.github.espial.wire;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Writes big-endian fields one after the other; wider values are cut to the field. */
public final class OctetWriter {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /** Octets of an IPv4 or IPv6 address; names are refused rather than looked up. */
    public static byte[] addressOctets(String address) {
        if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("not an IP address: " + address);
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + address, e);
        }
    }

    public OctetWriter u8(int value) {
        written.write(value);
        return this;
    }

    public OctetWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    public OctetWriter u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    public OctetWriter u64(long value) {
        return u32(value >>> 32).u32(value);
    }

    /** Writes a MAC such as {@code 00:0c:29:5e:10:0a}. */
    public OctetWriter mac(String mac) {
        return octets(HexFormat.ofDelimiter(":").parseHex(mac));
    }

    /** Writes the 4 octets of an IPv4 or the 16 octets of an IPv6 address. */
    public OctetWriter address(String address) {
        return octets(addressOctets(address));
    }

    public OctetWriter octets(byte[] octets) {
        written.writeBytes(octets);
        return this;
    }

    public OctetWriter zeros(int count) {
        return octets(new byte[count]);
    }

    public byte[] toOctets() {
        return written.toByteArray();
    }
}
