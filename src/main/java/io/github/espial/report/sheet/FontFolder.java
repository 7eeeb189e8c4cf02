package io.github.espial.report.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * A folder with the bundled fonts, and what Java's font system needs where a machine has no fonts.
 *
 * <p>On Linux, Java asks fontconfig for its logical fonts before it opens any font, and fails where fontconfig or every
 * font is missing ("Fontconfig head is null"). A font configuration file of our own, named by the system property
 * {@code sun.awt.fontconfig}, takes fontconfig's place: tried on JDK 17 and 25 without fonts and without libfontconfig.
 */
final class FontFolder {
    /** Names the folder that an installation has its fonts in; without it they are unpacked at each start. */
    private static final String LAID = "espial.fonts";

    private static final String CONFIGURATION = "sun.awt.fontconfig";
    private static final String HEADLESS = "java.awt.headless";
    private static final String SUBSET = "latin-1";
    private static final String LOGICAL_NAME = "DejaVu Sans";
    private static final String[] LOGICAL_FONTS = {"serif", "sansserif", "monospaced", "dialog", "dialoginput"};
    private static final String[] STYLES = {"plain", "bold", "italic", "bolditalic"};

    private final Path folder;

    private FontFolder(Path folder) {
        this.folder = folder;
    }

    /** The fonts of the installation, where it has them as files, else unpacked as by {@link #unpack()}. */
    static FontFolder find() throws IOException {
        String laid = System.getProperty(LAID, "");
        if (laid.isEmpty() || System.getProperty(CONFIGURATION) == null) {
            // What takes fontconfig's place is written beside the fonts, and never into an installation.
            return unpack();
        }
        FontFolder folder = new FontFolder(Path.of(laid));
        for (BundledFont font : BundledFont.values()) {
            if (!Files.isReadable(folder.file(font))) {
                return unpack();
            }
        }
        return folder;
    }

    /**
     * Unpacks the fonts; the folder goes when the process ends, for Java reads a font's file as long as it is used.
     *
     * @throws IOException when the temporary folder cannot be written
     */
    static FontFolder unpack() throws IOException {
        Path folder = TemporaryFolder.create("espial-fonts");
        for (BundledFont font : BundledFont.values()) {
            Path file = folder.resolve(font.fileName());
            file.toFile().deleteOnExit();
            try (InputStream octets = font.open()) {
                Files.copy(octets, file);
            }
        }
        return new FontFolder(folder);
    }

    Path file(BundledFont font) {
        return folder.resolve(font.fileName());
    }

    /** Makes Java's font system independent of the machine's; has no effect once that has started. */
    void serveLogicalFonts() throws IOException {
        setUnlessStated(HEADLESS, "true");
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows") || system.startsWith("mac")) {
            return;
        }
        if (System.getProperty(CONFIGURATION) != null) {
            return;
        }
        Path file = folder.resolve("fontconfig.properties");
        file.toFile().deleteOnExit();
        StringWriter text = new StringWriter();
        configuration().store(text, null);
        Files.writeString(file, text.toString(), StandardCharsets.ISO_8859_1);
        System.setProperty(CONFIGURATION, file.toString());
    }

    private Properties configuration() {
        Properties lines = new Properties();
        lines.setProperty("version", "1");
        lines.setProperty("sequence.allfonts", SUBSET);
        for (String font : LOGICAL_FONTS) {
            for (String style : STYLES) {
                lines.setProperty(font + "." + style + "." + SUBSET, LOGICAL_NAME);
            }
        }
        lines.setProperty(
                "filename." + LOGICAL_NAME.replace(' ', '_'),
                file(BundledFont.REGULAR).toString());
        return lines;
    }

    private static void setUnlessStated(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
