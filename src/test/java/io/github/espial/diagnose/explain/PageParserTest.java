package io.github.espial.diagnose.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.diagnose.explain.Passage.Command;
import io.github.espial.diagnose.explain.Passage.Phrase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageParserTest {
    private static final String PAGE = """
            # no-way: a way that
            is none

            ## What it means
            One.

            ## Why it happens
            One.

            ## How to confirm it
            %s
            ## How to fix it
            One.

            ## When it is wrong
            One.

            ## Sources
            RFC 792
            """.replaceFirst("\nis none", " is none");

    private static List<Passage> passages(String confirmation) {
        return Explanation.parse("no-way", PAGE.formatted(confirmation))
                .part(Heading.CONFIRMATION)
                .passages();
    }

    @Test
    void readsAWholePage() {
        Explanation page = Explanation.parse("no-way", PAGE.formatted("One.\n"));
        assertThat(page.title()).isEqualTo("a way that is none");
        assertThat(page.parts()).extracting(Part::heading).containsExactly(Heading.values());
        assertThat(page.part(Heading.SOURCES).passages())
                .containsExactly(new Passage.Paragraph(List.of(new Phrase(Phrase.Kind.PLAIN, "RFC 792"))));
    }

    @Test
    void tellsParagraphsFiltersCommandsAndItemsApart() {
        List<Passage> passages = passages("""
                Two lines
                of text:
                    sll
                    esp && ip.dst == 198.51.100.20

                And:

                    Windows 2003     route print; arp -a
                                     arp -d    (of the router)
                    Linux            ip rule
                - one
                  and more
                - two
                """);
        assertThat(passages)
                .hasSize(5)
                .element(0)
                .isInstanceOfSatisfying(
                        Passage.Paragraph.class,
                        paragraph -> assertThat(paragraph.text()).isEqualTo("Two lines of text:"));
        assertThat(passages.get(1)).isEqualTo(new Passage.Filters(List.of("sll", "esp && ip.dst == 198.51.100.20")));
        assertThat(passages.get(3))
                .isEqualTo(new Passage.Commands(List.of(
                        new Command("Windows 2003", "route print; arp -a", ""),
                        new Command("Windows 2003", "arp -d", "of the router"),
                        new Command("Linux", "ip rule", ""))));
        assertThat(passages.get(4))
                .isInstanceOfSatisfying(
                        Passage.Items.class,
                        items -> assertThat(items.items())
                                .extracting(Passage.Paragraph::text)
                                .containsExactly("one and more", "two"));
    }

    @Test
    void tellsWhatIsStressedAndWhatIsToBeTyped() {
        assertThat(passages("*All* of `a * b*` and\n`two\nlines`, (*not one*).\n"))
                .singleElement()
                .isEqualTo(new Passage.Paragraph(List.of(
                        new Phrase(Phrase.Kind.STRESSED, "All"),
                        new Phrase(Phrase.Kind.PLAIN, " of "),
                        new Phrase(Phrase.Kind.CODE, "a * b*"),
                        new Phrase(Phrase.Kind.PLAIN, " and "),
                        new Phrase(Phrase.Kind.CODE, "two lines"),
                        new Phrase(Phrase.Kind.PLAIN, ", ("),
                        new Phrase(Phrase.Kind.STRESSED, "not one"),
                        new Phrase(Phrase.Kind.PLAIN, ")."))));
    }

    @ParameterizedTest
    @CsvSource({"xfrm_* and tcp_*", "*sense and more", "2 * 3 * 4", "a ` alone", "ends with *", "*"})
    void takesAMarkWithoutItsFellowForACharacter(String text) {
        assertThat(passages(text + "\n"))
                .containsExactly(new Passage.Paragraph(List.of(new Phrase(Phrase.Kind.PLAIN, text))));
    }

    @Test
    void saysWhatIsNotAPageAndWhere() {
        assertThatThrownBy(() -> Explanation.parse("no-way", "# other: title\n"))
                .hasMessage("the page of no-way, line 1: expected # no-way:");
        assertThatThrownBy(() -> Explanation.parse("no-way", "")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> Explanation.parse("no-way", "# no-way: x\ntext\n"))
                .hasMessageContaining("line 2: text before the first heading");
        assertThatThrownBy(() -> Explanation.parse("no-way", "# no-way: x\n## What it means\nOne.\n"))
                .hasMessageContaining("not all headings");
        assertThatThrownBy(() -> Explanation.parse("no-way", "# no-way: x\n\n## Meaning\n"))
                .hasMessageContaining("line 3: no heading of a page: ## Meaning");
        assertThatThrownBy(() -> passages("\n")).hasMessage("nothing under the heading How to confirm it");
        assertThatThrownBy(() -> passages("    esp\n    Linux  ip rule\n"))
                .hasMessageContaining("without an empty line between them");
        assertThatThrownBy(() -> passages("              ip rule\n")).hasMessageContaining("without a first");
    }
}
