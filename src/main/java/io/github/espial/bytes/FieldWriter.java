package io.github.espial.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes numbers and texts one behind the other, in as few octets as they need: a number in groups of seven bits, the
 * low ones first, with the high bit of each octet set but the last's. Read by {@link FieldReader}. Not thread-safe.
 */
public final class FieldWriter {
    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;

    private final OutputStream out;
    private final Map<Long, Integer> words = new HashMap<>();

    /** Writes to {@code out}, octet by octet: it should have a buffer, and stays open. */
    public FieldWriter(OutputStream out) {
        this.out = out;
    }

    /** Begins a part of its own, whose words refer to none before it. */
    public void section(int id) throws IOException {
        words.clear();
        number(id);
    }

    /** A number of 64 bits, unsigned: the smaller, the fewer octets. */
    public void number(long value) throws IOException {
        long rest = value;
        while (rest >>> GROUP != 0) {
            out.write((int) (rest & (MORE - 1)) | MORE);
            rest >>>= GROUP;
        }
        out.write((int) rest);
    }

    /** A number of 64 bits, signed: the nearer to 0, the fewer octets. */
    public void signed(long value) throws IOException {
        number((value << 1) ^ (value >> 63));
    }

    /** A number that is likely to come again in this section, such as an address: from then on it takes a place's number. */
    public void word(long value) throws IOException {
        Integer place = words.putIfAbsent(value, words.size() + 1);
        if (place == null) {
            number(0);
            number(value);
        } else {
            number(place);
        }
    }

    public void flag(boolean value) throws IOException {
        out.write(value ? 1 : 0);
    }

    /** A text of any length. */
    public void text(String value) throws IOException {
        octets(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text, or that there is none. */
    /** One of an enumeration, by its name: the order of the constants may change. */
    public void constant(Enum<?> value) throws IOException {
        text(value.name());
    }

    public void someText(Optional<String> value) throws IOException {
        flag(value.isPresent());
        if (value.isPresent()) {
            text(value.get());
        }
    }

    /** A number, unsigned, or that there is none. */
    public void someNumber(OptionalLong value) throws IOException {
        flag(value.isPresent());
        if (value.isPresent()) {
            number(value.getAsLong());
        }
    }

    /** Octets, their number first. */
    public void octets(byte[] value) throws IOException {
        number(value.length);
        out.write(value);
    }
}
