package io.github.espial.context.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which characters the first octets of a file are in: UTF-8, UTF-16 with or without byte order mark, or a code page.
 *
 * <p>What decides is in ASCII, and so the same in all code pages; names are not. Windows has one page for its windows
 * (1252) and another for its console (850, or 437, whose letters are the same where languages need them). The one is
 * taken that makes more letters of what is not ASCII.
 */
final class TextStart {
    /** Octets to look at. */
    static final int LENGTH = 1 << 16;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Optional<Charset> CONSOLE =
            Charset.isSupported("IBM850") ? Optional.of(Charset.forName("IBM850")) : Optional.empty();

    private static final String LETTERS = "äöüßàâçéèêëîïôùûñáíóúãõìòåæø";

    /** In UTF-16 other halves may be zero as well, but seldom are. */
    private static final int SELDOM = 50;

    private TextStart() {}

    /** The character set; empty if it is no text. */
    static Optional<Charset> charsetOf(byte[] octets, int length) {
        if (startsWith(octets, length, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(octets, length, 0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        int zerosAtEven = zeros(octets, length, 0);
        int zerosAtOdd = zeros(octets, length, 1);
        if (zerosAtEven + zerosAtOdd > 0) {
            return utf16WithoutMark(length, zerosAtEven, zerosAtOdd);
        }
        if (controls(octets, length) * 10 > length) {
            return Optional.empty();
        }
        return Optional.of(isUtf8(octets, length) ? StandardCharsets.UTF_8 : codePage(octets, length));
    }

    /** Text of Western languages in UTF-16 has a zero in nearly each character, and always in the same half. */
    private static Optional<Charset> utf16WithoutMark(int length, int zerosAtEven, int zerosAtOdd) {
        if (zerosAtEven * SELDOM <= zerosAtOdd && zerosAtOdd * 4 > length) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (zerosAtOdd * SELDOM <= zerosAtEven && zerosAtEven * 4 > length) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static Charset codePage(byte[] octets, int length) {
        int inWindows = letters(new String(octets, 0, length, WINDOWS));
        return CONSOLE.filter(console -> letters(new String(octets, 0, length, console)) > inWindows)
                .orElse(WINDOWS);
    }

    /** How many letters beyond ASCII stand where words have them: small ones next to a letter, capitals at the start. */
    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean afterLetter = i > 0 && Character.isLetter(text.charAt(i - 1));
            boolean beforeLetter = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
            boolean fits =
                    Character.isUpperCase(character) ? beforeLetter && !afterLetter : afterLetter || beforeLetter;
            if (character > '\u007f' && fits && LETTERS.indexOf(Character.toLowerCase(character)) >= 0) {
                letters++;
            }
        }
        return letters;
    }

    private static boolean startsWith(byte[] octets, int length, int first, int second) {
        return length >= 2 && (octets[0] & 0xff) == first && (octets[1] & 0xff) == second;
    }

    private static int zeros(byte[] octets, int length, int from) {
        int zeros = 0;
        for (int i = from; i < length; i += 2) {
            if (octets[i] == 0) {
                zeros++;
            }
        }
        return zeros;
    }

    private static int controls(byte[] octets, int length) {
        int controls = 0;
        for (int i = 0; i < length; i++) {
            int octet = octets[i];
            if (octet >= 0
                    && octet < ' '
                    && octet != '\t'
                    && octet != '\n'
                    && octet != '\r'
                    && octet != '\f'
                    && octet != 0x1b) {
                controls++;
            }
        }
        return controls;
    }

    /** Whether it is well-formed; a character that the end of the octets cuts is not held against it. */
    private static boolean isUtf8(byte[] octets, int length) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(octets, 0, length), CharBuffer.allocate(length), false)
                .isError();
    }
}
