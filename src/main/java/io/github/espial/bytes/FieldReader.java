package io.github.espial.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Reads what {@link FieldWriter} wrote, from octets that may hold anything: every length is checked, and no more memory
 * is asked for than the octets at hand can fill. What cannot be is an {@link IOException} that tells the offset. Not
 * thread-safe.
 */
public final class FieldReader {
    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;

    private final ByteBuffer octets;
    private long[] words = new long[16];
    private int used;

    /** Reads what remains of {@code octets}; their position moves along. */
    public FieldReader(ByteBuffer octets) {
        this.octets = octets;
    }

    /** Begins the section that {@link FieldWriter#section} began; there must be no other. */
    public void section(int id) throws IOException {
        long found = number();
        if (found != id) {
            throw damaged("section " + Long.toUnsignedString(found) + ", expected " + id);
        }
        used = 0;
    }

    /** Any number of 64 bits. */
    public long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += GROUP) {
            int octet = octet();
            long bits = octet & (MORE - 1);
            if (bits << shift >>> shift != bits) {
                break;
            }
            value |= bits << shift;
            if ((octet & MORE) == 0) {
                return value;
            }
        }
        throw damaged("a number of more than 64 bits");
    }

    /** A number that is at most {@code greatest}. */
    public long number(long greatest) throws IOException {
        return atMost(greatest, number());
    }

    /** Any number of 64 bits, signed. */
    public long signed() throws IOException {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A number of things to read, each of which takes {@code leastOctets}, 1 or more, so that so many can be there. */
    public int count(int greatest, int leastOctets) throws IOException {
        long value = number();
        return (int) atMost(Math.min(greatest, octets.remaining() / leastOctets), value);
    }

    /** What {@link FieldWriter#word} wrote. */
    public long word() throws IOException {
        int place = (int) number(used);
        if (place > 0) {
            return words[place - 1];
        }
        if (used == words.length) {
            words = Arrays.copyOf(words, 2 * used);
        }
        words[used] = number();
        used++;
        return words[used - 1];
    }

    public boolean flag() throws IOException {
        return number(1) == 1;
    }

    public String text() throws IOException {
        return new String(octets(Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }

    /** What {@link FieldWriter#someText} wrote. */
    /**
     * One of {@code all}.
     *
     * @param what says what it is one of, for the message where it is none
     */
    public <E extends Enum<E>> E constant(E[] all, String what) throws IOException {
        String name = text();
        Optional<E> constant =
                Stream.of(all).filter(one -> one.name().equals(name)).findFirst();
        hold(constant.isPresent(), what);
        return constant.orElseThrow();
    }

    public Optional<String> someText() throws IOException {
        return flag() ? Optional.of(text()) : Optional.empty();
    }

    /** What {@link FieldWriter#someNumber} wrote. */
    public OptionalLong someNumber() throws IOException {
        return flag() ? OptionalLong.of(number()) : OptionalLong.empty();
    }

    /** Octets that {@link FieldWriter#octets} wrote, at most {@code greatest}. */
    public byte[] octets(int greatest) throws IOException {
        byte[] value = new byte[count(greatest, 1)];
        octets.get(value);
        return value;
    }

    /** Holds that all was read. */
    public void end() throws IOException {
        if (octets.hasRemaining()) {
            throw damaged(octets.remaining() + " octets too many");
        }
    }

    /** Holds that what was read last can be. */
    public void hold(boolean isPossible, String what) throws IOException {
        if (!isPossible) {
            throw damaged(what);
        }
    }

    private long atMost(long greatest, long value) throws IOException {
        if (Long.compareUnsigned(value, greatest) > 0) {
            throw damaged(Long.toUnsignedString(value) + ", expected " + greatest + " at most");
        }
        return value;
    }

    private int octet() throws IOException {
        if (!octets.hasRemaining()) {
            throw damaged("it ends too early");
        }
        return Byte.toUnsignedInt(octets.get());
    }

    private IOException damaged(String what) {
        return new IOException("damaged before octet " + octets.position() + ": " + what);
    }
}
