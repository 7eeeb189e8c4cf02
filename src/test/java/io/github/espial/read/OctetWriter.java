package io.github.espial.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes numbers in either octet order. */
final class OctetWriter {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final ByteOrder order;

    OctetWriter(ByteOrder order) {
        this.order = order;
    }

    OctetWriter u8(int value) {
        octets.write(value);
        return this;
    }

    OctetWriter u16(int value) {
        return number(value, Short.BYTES);
    }

    OctetWriter u32(long value) {
        return number(value, Integer.BYTES);
    }

    OctetWriter u64(long value) {
        return number(value, Long.BYTES);
    }

    OctetWriter octets(byte[] value) {
        octets.writeBytes(value);
        return this;
    }

    OctetWriter text(String value) {
        return octets(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Zero octets up to a multiple of four. */
    OctetWriter pad() {
        while (octets.size() % 4 != 0) {
            octets.write(0);
        }
        return this;
    }

    int size() {
        return octets.size();
    }

    byte[] toOctets() {
        return octets.toByteArray();
    }

    private OctetWriter number(long value, int length) {
        for (int i = 0; i < length; i++) {
            int place = order == ByteOrder.BIG_ENDIAN ? length - 1 - i : i;
            octets.write((int) (value >>> (Byte.SIZE * place)));
        }
        return this;
    }
}
