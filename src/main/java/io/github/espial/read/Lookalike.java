package io.github.espial.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** What a file looks like that is no capture, by its first octets. */
final class Lookalike {
    /** Octets to look at, where there are as many. */
    static final int LENGTH = 16;

    private static final int SHOWN = 8;

    /** Octets that a kind of file starts with. */
    private record Signature(String octets, String kind) {}

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("504b0304", "ZIP archive"),
            new Signature("504b0506", "empty ZIP archive"),
            new Signature("377abcaf271c", "7-Zip archive"),
            new Signature("7f454c46", "ELF program"),
            new Signature("4d5a", "Windows program"),
            new Signature("25504446", "PDF"),
            new Signature("89504e47", "PNG picture"),
            new Signature("d0cf11e0", "Microsoft compound file"),
            new Signature("fffe", "UTF-16 text"),
            new Signature("feff", "UTF-16 text"));

    private static final String TEXT = "text";

    private Lookalike() {}

    /**
     * Says what the {@code length} octets at {@code start}, one at least, are the beginning of. Text is not shown: the file
     * may hold passwords, and what is said of it goes into reports that are handed on.
     */
    static String describe(ByteBuffer octets, int start, int length) {
        byte[] first = new byte[Math.min(length, LENGTH)];
        octets.get(start, first);
        String hex = HexFormat.of().formatHex(first);
        for (Signature signature : SIGNATURES) {
            if (hex.startsWith(signature.octets)) {
                return signature.kind.endsWith(TEXT) ? signature.kind : shown(first) + " (" + signature.kind + ")";
            }
        }
        return isText(first) ? TEXT : shown(first);
    }

    private static String shown(byte[] first) {
        int length = Math.min(first.length, SHOWN);
        if (IntStream.range(0, length).allMatch(i -> isPrintable(first[i]))) {
            return '"' + new String(first, 0, length, StandardCharsets.US_ASCII) + '"';
        }
        return "the octets " + HexFormat.ofDelimiter(" ").formatHex(first, 0, length);
    }

    private static boolean isText(byte[] first) {
        return IntStream.range(0, first.length).allMatch(i -> isCharacter(first[i]))
                && IntStream.range(0, first.length).anyMatch(i -> isPrintable(first[i]));
    }

    /** Whether text may hold it, in whatever encoding that extends ASCII. */
    private static boolean isCharacter(byte octet) {
        return isPrintable(octet) || isWhiteSpace(octet) || octet < 0;
    }

    private static boolean isPrintable(byte octet) {
        return octet >= ' ' && octet <= '~';
    }

    private static boolean isWhiteSpace(byte octet) {
        return octet == '\t' || octet == '\n' || octet == '\r';
    }
}
