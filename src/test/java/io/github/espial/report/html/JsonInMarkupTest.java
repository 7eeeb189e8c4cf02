package io.github.espial.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInMarkupTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!-- <script>",
                "&lt;b&gt; 'single' \"double\" \\u003c",
                "line\u2028and\u2029paragraph",
                "\ud83d\ude80 Łódź \u0000\u001b[2J"
            })
    void endsNoElementAndReadsAsItWas(String text) throws IOException {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(written)) {
            json.setCharacterEscapes(new JsonInMarkup());
            json.writeString(text);
        }
        assertThat(written.toString()).doesNotContain("<", ">", "&", "'", "\u2028", "\u2029");
        assertThat(new ObjectMapper().readValue(written.toString(), String.class))
                .isEqualTo(text);
    }
}
