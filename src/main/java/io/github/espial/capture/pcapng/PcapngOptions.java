package io.github.espial.capture.pcapng;

import io.github.espial.bytes.OctetText;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A cursor over the options of a pcapng block: code and length of 16 bits each, then the value, padded to 32 bits
 * (draft-ietf-opsawg-pcapng §3.5).
 */
final class PcapngOptions {
    /** Code of a comment, in every kind of block. */
    static final int COMMENT = 1;

    /** Octets of a text that are kept; comments of people are shorter, and a file may hold millions. */
    static final int MAX_TEXT = 4096;

    private static final int END = 0;
    private static final int HEADER = 4;

    private ByteBuffer fields = ByteBuffer.allocate(0);
    private int next;
    private int end;
    private int code;
    private int length;
    private int value;

    /** Points this cursor before the options from {@code start} to {@code end} of {@code fields}, in the file's order. */
    void wrap(ByteBuffer fields, int start, int end) {
        this.fields = fields;
        this.next = start;
        this.end = end;
    }

    /** Moves to the next option; false at the end of the options, or where one does not fit: read nothing. */
    boolean next() {
        if (end - next < HEADER) {
            return false;
        }
        code = Short.toUnsignedInt(fields.getShort(next));
        length = Short.toUnsignedInt(fields.getShort(next + 2));
        value = next + HEADER;
        if (code == END || length > end - value) {
            return false;
        }
        next = value + padded(length);
        return true;
    }

    /** After {@link #next()} was false: whether the options stop at one that does not fit. */
    boolean isMalformed() {
        int left = end - next;
        return left > 0 && (left < HEADER || code != END);
    }

    /** What the value means, by the kind of block. */
    int code() {
        return code;
    }

    /** Octets of the value without padding. */
    int length() {
        return length;
    }

    /** Index of the value. */
    int value() {
        return value;
    }

    /** The value as text. */
    String text() {
        return OctetText.utf8(fields, value, length, MAX_TEXT);
    }

    /** The value as text, where there is any. */
    Optional<String> someText() {
        return length == 0 ? Optional.empty() : Optional.of(text());
    }

    /** {@code octets} and what pads them to 32 bits. */
    static int padded(int octets) {
        return octets + 3 & ~3;
    }
}
