package io.github.espial.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "eth0", "C:\\captures\\Büro 2.pcap", "東京.pcap", "\ud83d\ude80.pcap"})
    void leavesReadableTextAsItIs(String text) {
        assertThat(Printable.of(text)).isSameAs(text);
    }

    @Test
    void showsEscapeSequencesInsteadOfSendingThem() {
        assertThat(Printable.of("a\u001b[31mred\u0007")).isEqualTo("a\\u{1b}[31mred\\u{7}");
    }

    @Test
    void showsLineBreaksSoThatNoLineCanBeForged() {
        assertThat(Printable.of("x\r\nHEALTHY\u2028\u2029\u0085"))
                .isEqualTo("x\\u{d}\\u{a}HEALTHY\\u{2028}\\u{2029}\\u{85}");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x08, 0x7f, 0x80, 0x9b, 0x9d, 0xad, 0x61c, 0x200b, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069,
                0xfeff, 0xd800, 0xdfff, 0xe0041
            })
    void showsTheCodeOfWhatIsNotForReading(int codePoint) {
        assertThat(Printable.isReadable(codePoint)).isFalse();
        assertThat(Printable.of("a" + Character.toString(codePoint) + "b"))
                .isEqualTo("a\\u{" + Integer.toHexString(codePoint) + "}b");
    }

    @Test
    void leavesNoControlCharacterOfAnyKind() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String shown = Printable.of(Character.toString(codePoint));
            assertThat(shown.codePoints().noneMatch(each -> Character.isISOControl(each) || each == 0x202e))
                    .as("U+%04X", codePoint)
                    .isTrue();
        }
    }
}
