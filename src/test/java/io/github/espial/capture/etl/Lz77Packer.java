package io.github.espial.capture.etl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Compresses to plain LZ77 ([MS-XCA] §2.3), slowly: the longest match, the nearest one of several. */
final class Lz77Packer {
    private static final int WINDOW = 1 << 13;
    private static final int FLAGS = 32;

    /** Flags and what they tell of; octets are appended in groups, but a nibble goes where it was left room for. */
    private final List<Byte> packed = new ArrayList<>();

    private int flagsAt;
    private int flagsUsed = FLAGS;
    private int nibbleAt = -1;

    private Lz77Packer() {}

    static byte[] pack(byte[] octets) {
        Lz77Packer packer = new Lz77Packer();
        int at = 0;
        while (at < octets.length) {
            int best = 0;
            int distance = 0;
            for (int start = at - 1; start >= Math.max(0, at - WINDOW); start--) {
                int length = 0;
                while (at + length < octets.length && octets[start + length] == octets[at + length]) {
                    length++;
                }
                if (length > best) {
                    best = length;
                    distance = at - start;
                }
            }
            if (best < 3) {
                packer.flag(0);
                packer.packed.add(octets[at]);
                at++;
            } else {
                packer.flag(1);
                packer.match(distance, best - 3);
                at += best;
            }
        }
        while (packer.flagsUsed < FLAGS) {
            packer.flag(1);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        packer.packed.forEach(all::write);
        return all.toByteArray();
    }

    private void flag(int bit) {
        if (flagsUsed == FLAGS) {
            flagsUsed = 0;
            flagsAt = packed.size();
            number(0, Integer.BYTES);
        }
        int place = FLAGS - 1 - flagsUsed++;
        int index = flagsAt + place / Byte.SIZE;
        packed.set(index, (byte) (packed.get(index) | (bit << (place % Byte.SIZE))));
    }

    private void match(int distance, int length) {
        number(((distance - 1) << 3) | Math.min(length, 7), Short.BYTES);
        if (length < 7) {
            return;
        }
        int bits = Math.min(length - 7, 15);
        if (nibbleAt < 0) {
            nibbleAt = packed.size();
            packed.add((byte) bits);
        } else {
            packed.set(nibbleAt, (byte) (packed.get(nibbleAt) | (bits << 4)));
            nibbleAt = -1;
        }
        if (bits < 15) {
            return;
        }
        packed.add((byte) Math.min(length - 22, 255));
        if (length - 22 >= 255) {
            if (length < 1 << 16) {
                number(length, Short.BYTES);
            } else {
                number(0, Short.BYTES);
                number(length, Integer.BYTES);
            }
        }
    }

    private void number(int value, int length) {
        byte[] octets = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
        for (int i = 0; i < length; i++) {
            packed.add(octets[i]);
        }
    }
}
