package io.github.espial.report.html;

import io.github.espial.bytes.Sha256;
import java.util.Base64;
import java.util.Locale;

/**
 * A script that stands in its page.
 *
 * @param text between the tags of its element, to the octet
 */
public record InlineScript(String text) {
    public InlineScript {
        if (text.toLowerCase(Locale.ROOT).contains("</script") || text.contains("<!--")) {
            throw new IllegalArgumentException("a script that would end its own element");
        }
    }

    /** What a policy names it by, so that it runs and no other does (CSP Level 3 §2.3.1), without quotes. */
    public String policySource() {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
