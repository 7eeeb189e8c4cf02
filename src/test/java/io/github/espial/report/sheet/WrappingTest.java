package io.github.espial.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.report.lang.Translation;
import java.awt.Font;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {
    private TextStyle style = new TextStyle(new Font(Map.of()), Palette.INK, Translation.NONE);

    @BeforeEach
    void loadFonts() throws IOException {
        style = Typefaces.load().code(10, Palette.INK);
    }

    @Test
    void keepsWhatFitsOnOneLine() {
        assertThat(style.lines("esp && ip", 200)).containsExactly("esp && ip");
    }

    @Test
    void breaksBetweenWords() {
        double elevenWide = style.width("x".repeat(11));
        assertThat(style.lines("next hop of the peer", elevenWide)).containsExactly("next hop of", "the peer");
    }

    @Test
    void breaksLongAddressesAfterColons() {
        double twentyWide = style.width("x".repeat(20)) + 0.1;
        assertThat(style.lines("2001:db8:1111:2222:3333:4444:5555:6666", twentyWide))
                .containsExactly("2001:db8:1111:2222:", "3333:4444:5555:6666");
    }

    @Test
    void keepsEveryCharacterOfALongWord() {
        String word = "f".repeat(300);
        List<String> lines = style.lines("0x " + word, 100);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo("0x" + word);
        assertThat(lines).allMatch(line -> style.width(line) <= 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\t \t"})
    void makesOneEmptyLineOfNothing(String text) {
        assertThat(style.lines(text, 100)).containsExactly("");
    }

    @Test
    void advancesWhereNotEvenOneCharacterFits() {
        assertThat(style.lines("abc", 0.5)).containsExactly("a", "b", "c");
    }

    @Test
    void endsWithAnEllipsisWhatDoesNotFit() {
        String fitting = style.fitting("capture-of-a-very-long-name.pcapng", 100);
        assertThat(fitting).startsWith("capture-of").endsWith("…");
        assertThat(style.width(fitting)).isLessThanOrEqualTo(100);
    }
}
