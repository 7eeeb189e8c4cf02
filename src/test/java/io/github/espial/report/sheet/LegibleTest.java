package io.github.espial.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegibleTest {
    @ParameterizedTest
    @CsvSource({
        "plain text, plain text",
        "Grüße, Grüße",
        "'a\tb\nc', a b c",
        "'bell\u0007', bell\ufffd",
        "'\u202ecba', \ufffdcba",
        "'zero\u200bwidth', zero\ufffdwidth",
        "'\u4e2d', \ufffd",
        "'\ud800', \ufffd",
    })
    void showsOrReplaces(String text, String expected) throws IOException {
        assertThat(Legible.text(text, Typefaces.load().regular())).isEqualTo(expected);
    }

    @Test
    void keepsTwoMarksWithACharacter() throws IOException {
        Font font = Typefaces.load().regular();
        String two = Legible.text("e\u0301\u0301", font);
        assertThat(Legible.text("e" + "\u0301".repeat(3_000), font)).isEqualTo(two);
        assertThat(two).hasSize(3);
    }

    @Test
    void leavesNothingThatTheFontLacks() throws IOException {
        long seed = 4303;
        SplittableRandom random = new SplittableRandom(seed);
        for (Font font : new Font[] {Typefaces.load().mono(), Typefaces.load().bold()}) {
            for (int i = 0; i < 2000; i++) {
                String text = Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
                assertThat(font.canDisplayUpTo(Legible.text(text, font)))
                        .as("seed %d, round %d", seed, i)
                        .isEqualTo(-1);
            }
        }
    }
}
