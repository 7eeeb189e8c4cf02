package io.github.espial.redact.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedactionKeyTest {
    private static final String SECRET = "0123456789abcdef";

    @Test
    void whatAnEditorAddsDoesNotCount() {
        assertThat(key(SECRET + "\r\n")).isEqualTo(key(SECRET)).isNotEqualTo(key(SECRET + "0"));
    }

    @Test
    void refusesWhatCanBeGuessedAndWhatIsNoKey() {
        assertThatThrownBy(() -> key(SECRET.substring(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16")
                .hasMessageNotContaining(SECRET.substring(1));
        assertThatThrownBy(() -> RedactionKey.of(new byte[5000])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNeverShown() {
        assertThat(key(SECRET)).hasToString("a redaction key");
    }

    @Test
    void aRandomKeyIsNobodyElses() {
        assertThat(RedactionKey.random()).isNotEqualTo(RedactionKey.random());
    }

    private static RedactionKey key(String text) {
        return RedactionKey.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
