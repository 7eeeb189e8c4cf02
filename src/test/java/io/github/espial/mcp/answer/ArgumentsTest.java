package io.github.espial.mcp.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void readsWhatIsAsExpected() throws RefusedException {
        Arguments arguments =
                new Arguments(Map.of("t", "x", "l", List.of("a", "b"), "n", 7, "o", List.of(Map.of("k", "v"))));
        assertThat(arguments.text("t")).contains("x");
        assertThat(arguments.texts("l")).containsExactly("a", "b");
        assertThat(arguments.number("n", 0, 9, 1)).isEqualTo(7);
        assertThat(arguments.objects("o").get(0).required("k")).isEqualTo("v");
        assertThat(arguments.text("none")).isEmpty();
        assertThat(arguments.texts("none")).isEmpty();
        assertThat(arguments.number("none", 0, 9, 1)).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNot() {
        Arguments arguments =
                new Arguments(Map.of("t", 1, "l", List.of(1), "n", 10, "d", 1.5, "o", List.of("x"), "a", "x"));
        assertThatThrownBy(() -> arguments.text("t")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> arguments.texts("l")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> arguments.texts("a")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> arguments.number("n", 0, 9, 1))
                .hasMessage("\"n\": expected a whole number from 0 to 9");
        assertThatThrownBy(() -> arguments.number("d", 0, 9, 1)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> arguments.objects("o")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> arguments.address("a")).hasMessage("\"a\": not an address: x");
        assertThatThrownBy(() -> arguments.required("none")).hasMessage("\"none\" is missing");
    }
}
