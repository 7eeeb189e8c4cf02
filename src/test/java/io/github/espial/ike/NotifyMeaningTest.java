package io.github.espial.ike;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as RFC 7296 §3.10.1 (version 2) and RFC 2408 §3.14.1 (version 1) give them. */
class NotifyMeaningTest {
    @ParameterizedTest
    @CsvSource({
        "2, 7, UNREADABLE",
        "2, 14, NO_COMMON_ALGORITHMS",
        "2, 17, OTHER_GROUP",
        "2, 24, NOT_AUTHENTICATED",
        "2, 34, OTHER_NETWORKS",
        "2, 38, OTHER_NETWORKS",
        "2, 43, COLLISION",
        "2, 44, COLLISION",
        "2, 46, NOT_AUTHENTICATED",
        "1, 13, NO_COMMON_ALGORITHMS",
        "1, 14, NO_COMMON_ALGORITHMS",
        "1, 15, NO_COMMON_ALGORITHMS",
        "1, 16, UNREADABLE",
        "1, 18, OTHER_NETWORKS",
        "1, 23, NOT_AUTHENTICATED",
        "1, 24, NOT_AUTHENTICATED",
        "1, 25, NOT_AUTHENTICATED"
    })
    void tellsWhatTheTwoEndsDisagreeOn(int version, int type, NotifyMeaning meaning) {
        assertThat(NotifyMeaning.of(version, type)).isEqualTo(meaning);
    }

    /** The numbers of one version that mean something else, or nothing, in the other. */
    @ParameterizedTest
    @CsvSource({"1, 7", "1, 17", "1, 34", "1, 38", "1, 43", "2, 13", "2, 15", "2, 16", "2, 18", "2, 23", "2, 25"})
    void keepsTheVersionsApart(int version, int type) {
        assertThat(NotifyMeaning.of(version, type)).isEqualTo(NotifyMeaning.OTHER);
    }
}
