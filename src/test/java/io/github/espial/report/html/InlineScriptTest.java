package io.github.espial.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InlineScriptTest {
    @Test
    void isNamedByItsDigest() {
        // The example of CSP Level 3 §8.5.
        assertThat(new InlineScript("alert('Hello, world.');").policySource())
                .isEqualTo("sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    @Test
    void cannotEndItsElement() {
        assertThatThrownBy(() -> new InlineScript("let a = '</Script>';")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InlineScript("<!-- a")).isInstanceOf(IllegalArgumentException.class);
    }
}
