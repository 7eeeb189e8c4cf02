package io.github.espial.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes numbers in either octet order. */
public final class OrderedOctets {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final ByteOrder order;

    public OrderedOctets(ByteOrder order) {
        this.order = order;
    }

    public OrderedOctets u8(int value) {
        octets.write(value);
        return this;
    }

    public OrderedOctets u16(int value) {
        return number(value, Short.BYTES);
    }

    public OrderedOctets u32(long value) {
        return number(value, Integer.BYTES);
    }

    public OrderedOctets u64(long value) {
        return number(value, Long.BYTES);
    }

    public OrderedOctets octets(byte[] value) {
        octets.writeBytes(value);
        return this;
    }

    public OrderedOctets text(String value) {
        return octets(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Zero octets up to a multiple of four. */
    public OrderedOctets pad() {
        while (octets.size() % 4 != 0) {
            octets.write(0);
        }
        return this;
    }

    public int size() {
        return octets.size();
    }

    public byte[] toOctets() {
        return octets.toByteArray();
    }

    private OrderedOctets number(long value, int length) {
        for (int i = 0; i < length; i++) {
            int place = order == ByteOrder.BIG_ENDIAN ? length - 1 - i : i;
            octets.write((int) (value >>> (Byte.SIZE * place)));
        }
        return this;
    }
}
