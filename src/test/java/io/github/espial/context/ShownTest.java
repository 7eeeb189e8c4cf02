package io.github.espial.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {
    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.0/33", "10.1.0", "2001:db8::/129", "10.1.0.1-10.1.0.9"})
    void showsWhatIsMadeAsAddressesAre(String value) {
        assertThat(Shown.of(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "0sAAECAw==", "deadbeefdeadbeef", "a.b.c.g"})
    void doesNotShowWhatMayBeAPassword(String value) {
        assertThat(Shown.of(value)).doesNotContain(value).contains(value.length() + " characters");
    }

    @Test
    void doesNotShowWhatIsTooLongForAnAddress() {
        assertThat(Shown.of("1:".repeat(40))).isEqualTo("(80 characters, not shown)");
    }
}
