package io.github.espial.esp;

import java.nio.ByteBuffer;

/** View of the end of decrypted ESP: padding, pad length, next header (RFC 4303 §2.4 to 2.6). Not thread-safe. */
final class Trailer {
    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int end;

    /**
     * Points this view at what was decrypted, from {@code start} to before {@code end} in {@code octets}; when false, the
     * padding is longer than that: read the next header only.
     */
    boolean wrap(ByteBuffer octets, int start, int end) {
        this.octets = octets;
        this.start = start;
        this.end = end;
        return end - start >= Layout.TRAILER_LENGTH && innerLength() >= 0;
    }

    /** IP protocol number of the inner octets. */
    int nextHeader() {
        return octets.get(end - 1) & 0xff;
    }

    /** Octets of padding, 0 to 255. */
    int padLength() {
        return octets.get(end - Layout.TRAILER_LENGTH) & 0xff;
    }

    /** Octets before the padding. */
    int innerLength() {
        return end - Layout.TRAILER_LENGTH - padLength() - start;
    }

    /** Whether the padding is 1, 2, 3 and on, as it is unless a cipher asks for something else (RFC 4303 §2.4). */
    boolean countsUp() {
        int padding = start + innerLength();
        for (int octet = 0; octet < padLength(); octet++) {
            if ((octets.get(padding + octet) & 0xff) != octet + 1) {
                return false;
            }
        }
        return true;
    }
}
