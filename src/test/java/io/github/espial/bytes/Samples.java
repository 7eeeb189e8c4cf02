package io.github.espial.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Octets for tests. */
public final class Samples {
    private Samples() {}

    /** A frame of {@code length} octets that count up from {@code first}. */
    public static byte[] frame(int first, int length) {
        byte[] frame = new byte[length];
        for (int i = 0; i < length; i++) {
            frame[i] = (byte) (first + i);
        }
        return frame;
    }

    /** The octets as hexadecimal digits. */
    public static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }

    /** One gzip member. */
    public static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(octets);
        }
        return compressed.toByteArray();
    }
}
