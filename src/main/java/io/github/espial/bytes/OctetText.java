package io.github.espial.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Text that a stranger wrote into a file. What is dangerous to show is left in: whoever shows it escapes it. */
public final class OctetText {
    private OctetText() {}

    /**
     * Decodes UTF-8 (RFC 3629), with U+FFFD for what is malformed.
     *
     * @param limit octets to decode at most; a character that the limit would cut is left out
     */
    public static String utf8(ByteBuffer octets, int start, int length, int limit) {
        int decoded = length;
        if (length > limit) {
            decoded = limit;
            while (decoded > 0 && isContinuation(octets.get(start + decoded))) {
                decoded--;
            }
        }
        byte[] copy = new byte[decoded];
        octets.get(start, copy);
        return new String(copy, StandardCharsets.UTF_8);
    }

    private static boolean isContinuation(byte octet) {
        return (octet & 0xC0) == 0x80;
    }
}
