package io.github.espial.context.key;

import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Octets of which a log shows some on each line, as pairs of hexadecimal digits. */
final class HexDump {
    private static final Pattern OCTET = Pattern.compile("\\b[0-9a-fA-F]{2}\\b");

    /** More than any key or name has, and an end to what a hostile log takes. */
    private static final int MAX_LENGTH = 1 << 16;

    private final String name;
    private final int line;
    private final int length;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    /**
     * A dump of which nothing has been read.
     *
     * @param length octets that it will have; the greatest integer if that is not known
     */
    HexDump(String name, int line, int length) {
        this.name = name;
        this.line = line;
        this.length = length;
    }

    String name() {
        return name;
    }

    /** Number of the line it begins at. */
    int line() {
        return line;
    }

    /** Takes all pairs of digits in {@code text}. */
    void take(String text) {
        Matcher octet = OCTET.matcher(text);
        while (octet.find() && octets.size() < Math.min(length, MAX_LENGTH)) {
            octets.write(Integer.parseInt(octet.group(), 16));
        }
    }

    boolean isComplete() {
        return octets.size() >= length;
    }

    byte[] octets() {
        return octets.toByteArray();
    }
}
