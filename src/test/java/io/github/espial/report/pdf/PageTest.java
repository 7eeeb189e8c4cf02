package io.github.espial.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.report.sheet.Strip;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Strip HALF = Strip.gap(Page.HEIGHT / 2);
    private static final Strip TITLE = Strip.gap(20).kept();

    @Test
    void fillsOnePageAfterTheOther() {
        assertThat(Page.of(List.of(HALF, HALF, HALF)))
                .containsExactly(new Page(List.of(HALF, HALF)), new Page(List.of(HALF)));
    }

    @Test
    void movesATitleToThePageOfItsText() {
        Strip most = Strip.gap(Page.HEIGHT - 25);
        assertThat(Page.of(List.of(most, TITLE, HALF)))
                .containsExactly(new Page(List.of(most)), new Page(List.of(TITLE, HALF)));
    }

    @Test
    void givesAPageToWhatIsHigherThanOne() {
        Strip tall = Strip.gap(2 * Page.HEIGHT);
        assertThat(Page.of(List.of(HALF, tall, HALF))).hasSize(3);
    }

    @Test
    void breaksAChainThatFillsMoreThanAPage() {
        List<Strip> chain = Stream.generate(() -> HALF.kept()).limit(5).toList();
        assertThat(Page.of(chain)).hasSize(3);
    }

    @Test
    void hasNoPageWithoutStrips() {
        assertThat(Page.of(List.of())).isEmpty();
    }
}
