package io.github.espial.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"pcap", "netmon-2", "a", "abcdefghijklmnopqrstuvwxyz-12345"})
    void isSmallLettersAndDigits(String text) {
        assertThat(new FormatName(text).text()).isEqualTo(text);
    }

    /** It is read back from files that a stranger may have made, and stands in reports. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "netmon-",
                "-2",
                "a--b",
                "PCAP",
                "a b",
                "pcap\n",
                "<b>",
                "abcdefghijklmnopqrstuvwxyz-123456"
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> new FormatName(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no name of a format: " + text);
    }
}
