package io.github.espial.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BeyondBasicPlaneTest {
    /** Tags, which no terminal shows, an emoji, and what JSON itself escapes. */
    private static final String HIDDEN = "eth0\udb40\udc01\udb40\udc41 \ud83d\ude80 \" \\ \u001b";

    @Test
    void writesWhatIsNotForReadingAsItsCode() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonOutput.write(out, 9, json -> json.text("name", HIDDEN));
        String written = out.toString(StandardCharsets.UTF_8);
        assertThat(written.codePoints()).noneMatch(point -> point >= 0xe0000);
        assertThat(written).contains("\ud83d\ude80");
        assertThat(new ObjectMapper().readTree(written).get("name").asText()).isEqualTo(HIDDEN);
    }
}
