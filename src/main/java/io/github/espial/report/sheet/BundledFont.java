package io.github.espial.report.sheet;

import java.io.IOException;
import java.io.InputStream;

/** A font that comes with the program, as a TrueType file. */
public enum BundledFont {
    REGULAR("DejaVuSans.ttf"),
    BOLD("DejaVuSans-Bold.ttf"),
    MONO("DejaVuSansMono.ttf");

    private static final String FOLDER = "/io/github/espial/report/font/";

    private final String fileName;

    BundledFont(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    /**
     * Opens the font's file; the caller closes it.
     *
     * @throws IOException when the program was packed without it
     */
    public InputStream open() throws IOException {
        InputStream octets = BundledFont.class.getResourceAsStream(FOLDER + fileName);
        if (octets == null) {
            throw new IOException("the bundled font " + fileName + " is missing from the program's own files");
        }
        return octets;
    }
}
