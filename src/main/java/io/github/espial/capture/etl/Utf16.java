package io.github.espial.capture.etl;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Texts in the payload of events: UTF-16, little-endian, with a final NUL. */
final class Utf16 {
    private static final int MAX_OCTETS = 1024;

    private Utf16() {}

    /** Index after the final NUL of the text at {@code start}; negative when it has none before {@code end}. */
    static int end(ByteBuffer fields, int start, int end) {
        for (int at = start; at + Character.BYTES <= end; at += Character.BYTES) {
            if (fields.getChar(at) == 0) {
                return at + Character.BYTES;
            }
        }
        return -1;
    }

    /** The text from {@code start} up to the index after its final NUL; cut off where it is absurdly long. */
    static String text(ByteBuffer fields, int start, int end) {
        byte[] copy = new byte[Math.min(end - Character.BYTES - start, MAX_OCTETS)];
        fields.get(start, copy);
        return new String(copy, StandardCharsets.UTF_16LE);
    }
}
