package io.github.espial.report.sheet;

import io.github.espial.report.lang.Translation;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.Optional;

/**
 * The bundled fonts at a size of 1 point.
 *
 * @param regular for running text
 * @param bold for titles
 * @param mono for commands, display filters and addresses
 * @param translation of what is written in regular and bold type
 */
public record Typefaces(Font regular, Font bold, Font mono, Translation translation) {
    /** Text as it is measured: no hinting, so that widths are the same in pictures and PDFs. */
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /**
     * Loads the fonts, once in a process.
     *
     * @throws IOException when they cannot be unpacked, or Java's font system lacks a library, which is named
     */
    public static Typefaces load() throws IOException {
        Optional<Typefaces> fonts = Once.OUTCOME.fonts();
        if (fonts.isEmpty()) {
            throw new IOException(Once.OUTCOME.fault());
        }
        return fonts.get();
    }

    /** The same for texts in another language. */
    public Typefaces in(Translation translation) {
        return new Typefaces(regular, bold, mono, translation);
    }

    /** Running text. */
    public TextStyle running(double size, Color color) {
        return new TextStyle(regular(size), color, translation);
    }

    /** Titles. */
    public TextStyle heavy(double size, Color color) {
        return new TextStyle(bold(size), color, translation);
    }

    /** What is to be copied: the same in every language. */
    public TextStyle code(double size, Color color) {
        return new TextStyle(mono(size), color, Translation.NONE);
    }

    public Font regular(double size) {
        return regular.deriveFont((float) size);
    }

    public Font bold(double size) {
        return bold.deriveFont((float) size);
    }

    public Font mono(double size) {
        return mono.deriveFont((float) size);
    }

    /** What came of loading: fonts, or the reason why not. */
    private record Outcome(Optional<Typefaces> fonts, String fault) {}

    /** Loads when first asked: a font's file has to stay while the font is used, so one set serves all reports. */
    private static final class Once {
        static final Outcome OUTCOME = attempt();

        private static Outcome attempt() {
            try {
                FontFolder folder = FontFolder.find();
                folder.serveLogicalFonts();
                Typefaces fonts = new Typefaces(
                        font(folder, BundledFont.REGULAR),
                        font(folder, BundledFont.BOLD),
                        font(folder, BundledFont.MONO),
                        Translation.NONE);
                // Measuring starts the native part of the font system: better here than in the middle of a report.
                fonts.regular.getStringBounds("Espial", new FontRenderContext(null, true, true));
                return new Outcome(Optional.of(fonts), "");
            } catch (IOException | FontFormatException e) {
                return new Outcome(
                        Optional.empty(),
                        "PDF and PNG reports need room for their fonts in the temporary folder "
                                + System.getProperty("java.io.tmpdir") + ", which cannot be written: "
                                + e.getMessage());
            } catch (LinkageError | InternalError e) {
                return new Outcome(
                        Optional.empty(),
                        "this Java cannot draw text (" + e.getMessage() + "); PDF and PNG reports need a Java with the "
                                + "module java.desktop and the library libfreetype: install the package libfreetype6 or"
                                + " freetype");
            }
        }

        private static Font font(FontFolder folder, BundledFont which) throws IOException, FontFormatException {
            return Font.createFont(Font.TRUETYPE_FONT, folder.file(which).toFile());
        }
    }
}
