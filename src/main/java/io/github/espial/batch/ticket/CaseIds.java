package io.github.espial.batch.ticket;

import io.github.espial.bytes.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Names folders after cases, so that every file system takes them: letters and digits of any script, {@code - _ .} and
 * blanks within, no name that Windows reserves, and none twice, however its case is written.
 */
final class CaseIds {
    /** File systems take 255 octets, and something is put after it. */
    private static final int MOST_OCTETS = 120;

    private static final int DIGITS = 8;
    private static final Pattern ENDS = Pattern.compile("^[ .]+|[ .]+$");
    private static final Pattern AFTER_DOT = Pattern.compile("\\..*");
    private static final Set<String> RESERVED = reserved();

    private final Set<String> given = new HashSet<>();

    /**
     * An id that was not given before.
     *
     * @param stem what the case is called
     * @param name what sets it apart from a case that is called the same
     * @param unique tells what no other case has; seldom asked
     */
    String next(String stem, String name, Supplier<String> unique) {
        String id = portable(stem);
        if (!give(id)) {
            id = portable(name);
            if (!give(id)) {
                id = id + "-" + digest(unique.get());
                for (int i = 2; !give(id); i++) {
                    id = portable(name) + "-" + digest(unique.get() + "/" + i);
                }
            }
        }
        return id;
    }

    private boolean give(String id) {
        return given.add(id.toLowerCase(Locale.ROOT));
    }

    private static String portable(String name) {
        StringBuilder id = new StringBuilder();
        name.codePoints().map(CaseIds::portable).forEach(id::appendCodePoint);
        while (id.toString().getBytes(StandardCharsets.UTF_8).length > MOST_OCTETS) {
            id.setLength(id.offsetByCodePoints(id.length(), -1));
        }
        String trimmed = ENDS.matcher(id).replaceAll("");
        String first = AFTER_DOT.matcher(trimmed).replaceFirst("").strip().toUpperCase(Locale.ROOT);
        return trimmed.isEmpty() || RESERVED.contains(first) ? "_" + trimmed : trimmed;
    }

    private static int portable(int codePoint) {
        boolean isPlain = Character.isLetterOrDigit(codePoint) || " -_.".indexOf(codePoint) >= 0;
        return isPlain ? codePoint : '_';
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text)).substring(0, DIGITS);
    }

    /** The devices that Windows finds in every folder, with any ending. */
    private static Set<String> reserved() {
        Set<String> names = new HashSet<>(Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"));
        for (String digit : "0 1 2 3 4 5 6 7 8 9 \u00b9 \u00b2 \u00b3".split(" ", -1)) {
            names.add("COM" + digit);
            names.add("LPT" + digit);
        }
        return Set.copyOf(names);
    }
}
