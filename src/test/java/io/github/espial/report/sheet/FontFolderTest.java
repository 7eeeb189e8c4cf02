package io.github.espial.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fonts that an installation has as files are used where they lie, whole and with a font configuration only. */
class FontFolderTest {
    private static final String LAID = "espial.fonts";
    private static final String CONFIGURATION = "sun.awt.fontconfig";

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void lay() throws IOException {
        for (String property : new String[] {LAID, CONFIGURATION}) {
            String value = System.getProperty(property);
            if (value != null) {
                before.put(property, value);
            }
        }
        for (BundledFont font : BundledFont.values()) {
            try (InputStream octets = font.open()) {
                Files.copy(octets, folder.resolve(font.fileName()));
            }
        }
        System.setProperty(LAID, folder.toString());
        System.setProperty(
                CONFIGURATION, folder.resolve("fontconfig.properties").toString());
    }

    @AfterEach
    void restore() {
        System.clearProperty(LAID);
        System.clearProperty(CONFIGURATION);
        before.forEach(System::setProperty);
    }

    @Test
    void usesThoseOfTheInstallation() throws IOException {
        assertThat(FontFolder.find().file(BundledFont.BOLD)).isEqualTo(folder.resolve("DejaVuSans-Bold.ttf"));
    }

    @Test
    void unpacksWhereOneIsMissing() throws IOException {
        Files.delete(folder.resolve("DejaVuSansMono.ttf"));
        Path file = FontFolder.find().file(BundledFont.MONO);
        assertThat(file).isRegularFile();
        assertThat(file.getParent()).isNotEqualTo(folder);
    }

    @Test
    void unpacksWhereAConfigurationIsToBeWrittenBesideThem() throws IOException {
        System.clearProperty(CONFIGURATION);
        assertThat(FontFolder.find().file(BundledFont.REGULAR).getParent()).isNotEqualTo(folder);
    }
}
