package io.github.espial.extract.tree;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Headers of a frame as they are read, one after the other. */
final class FieldList {
    private static final int MAC = 6;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final ByteBuffer octets;
    private final List<Header> headers = new ArrayList<>();
    private final List<Header.Field> fields = new ArrayList<>();
    private String name = "";
    private int at;

    FieldList(ByteBuffer octets, int start) {
        this.octets = octets;
        this.at = start;
    }

    void begin(String header, int start) {
        name = header;
        at = start;
        fields.clear();
    }

    /** The header ends where the next one starts. */
    void end(int next) {
        headers.add(new Header(name, fields));
        at = next;
    }

    void field(String field, String value, int start, int length, boolean isDeciding) {
        byte[] own = new byte[length];
        octets.get(start, own);
        fields.add(new Header.Field(field, value, HEX.formatHex(own), isDeciding));
    }

    void mac(String field, int start, boolean isDeciding) {
        long mac = 0;
        for (int i = 0; i < MAC; i++) {
            mac = (mac << Byte.SIZE) | Byte.toUnsignedLong(octets.get(start + i));
        }
        field(field, new MacAddress(mac).toString(), start, MAC, isDeciding);
    }

    void address(String field, IpAddress address, int start, int length, boolean isDeciding) {
        field(field, address.toString(), start, length, isDeciding);
    }

    /** An unsigned number. */
    void number(String field, int start, int length, String format) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = (value << Byte.SIZE) | Byte.toUnsignedLong(octets.get(start + i));
        }
        field(field, format.formatted(value), start, length, false);
    }

    List<Header> headers() {
        return List.copyOf(headers);
    }

    /** Where the headers read so far end. */
    int at() {
        return at;
    }
}
