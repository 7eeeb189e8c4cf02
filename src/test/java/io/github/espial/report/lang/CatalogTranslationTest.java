package io.github.espial.report.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTranslationTest {
    private static final String SAMPLE = """
            # A remark.
            {1}, {2}
                {1}, {2}
            {1#} frames
                {1} Frames
            the default gateway {1=}
                das Default-Gateway {1}
            {1} for {2} leaves for {3}
                {1} für {2} geht über {3}
            {1} of {2} went to {3}
                über {3} gingen {1} {2}
            router
                Router
            seen
                gesehen
            the name is {1=}
                der Name ist {1}
            """;

    private static Translation sample() throws IOException {
        return translation(SAMPLE);
    }

    private static Translation translation(String catalog) throws IOException {
        return new CatalogTranslation(Language.GERMAN, Catalog.read(new StringReader(catalog)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ESP for 198.51.100.20 leaves for 192.0.2.1 | ESP für 198.51.100.20 geht über 192.0.2.1
            ESP for 198.51.100.20 leaves for the default gateway 192.0.2.1 | ESP für 198.51.100.20 geht über das Default-Gateway 192.0.2.1
            58 frames of ESP went to 192.0.2.1 | über 192.0.2.1 gingen 58 Frames ESP
            ESP for 198.51.100.20 leaves for 192.0.2.1. Seen: 58 frames. | ESP für 198.51.100.20 geht über 192.0.2.1. Gesehen: 58 frames.
            Seen. 58 frames | Gesehen. 58 Frames
            router (58 frames) | Router (58 Frames)
            router, seen, 58 frames | Router, gesehen, 58 Frames
            """)
    void putsPhrasesIntoSentences(String english, String german) throws IOException {
        assertThat(translation(SAMPLE + "seen: {1=}\n    gesehen: {1}\n").of(english))
                .isEqualTo(german);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nothing of this is known",
                "58 routers",
                "router of another kind",
                "192.0.2.1 (00:1b:21:aa:00:01)",
                "2026-11-23T08:51:45.254525Z",
                "ip route add 10.20.0.0/16 via 192.0.2.254",
                "esp.spi == 0xcd1d3508 && ip.dst == 198.51.100.20",
                "{1} for {2}",
                "{",
                "(",
                ")",
                "()",
                "a. B.",
                "router (",
                "router)"
            })
    void whatIsUnknownStays(String english) throws IOException {
        assertThat(sample().of(english)).isEqualTo(english);
    }

    @Test
    void whiteSpaceAroundATextStays() throws IOException {
        assertThat(sample().of("  router ")).isEqualTo("  Router ");
    }

    /** A name may be worded as a pattern, hold one's marks, or a whole sentence: it is shown as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"{1}", "{1=} {2}", "router", "seen, router", "$1 \\1 %s", "\u202erouter", "a{1}b"})
    void aNameIsNeverTranslatedNorRead(String name) throws IOException {
        assertThat(sample().of("the name is " + name)).isEqualTo("der Name ist " + name);
    }

    @Test
    @Timeout(20)
    void aHostileTextTakesNoMoreThanItsLength() throws IOException {
        Translation translation = Language.GERMAN.translation();
        for (String part : new String[] {", ", " for ", " (", ")", " and ", "; ", ": ", ". A ", " to ", "the "}) {
            String text = ("x" + part).repeat(5000);
            assertThat(translation.of(text)).contains("x");
            assertThat(translation.of("ESP for " + text + " leaves for the wrong next hop"))
                    .contains("x");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\ntwo\n",
                "    one\n",
                "{1} and{2\n    x\n",
                "{1}{2} a\n    {1}{2}\n",
                "{1} a\n    b\n",
                "{1} a\n    {1} {2}\n",
                "a\n    b\na\n    c\n"
            })
    void aCatalogThatIsWrittenWrongIsRefused(String catalog) {
        assertThatIllegalArgumentException().isThrownBy(() -> Catalog.read(new StringReader(catalog)));
    }

    @Test
    void englishIsWrittenAsItIs() {
        assertThat(Language.of("en"))
                .hasValueSatisfying(english -> assertThat(
                                english.translation().of("ESP for 198.51.100.20 leaves for the wrong next hop"))
                        .isEqualTo("ESP for 198.51.100.20 leaves for the wrong next hop"));
        assertThat(Language.of("fr")).isEmpty();
    }
}
