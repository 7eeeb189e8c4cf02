package io.github.espial.report.page;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import io.github.espial.report.lang.Translation;
import org.jspecify.annotations.Nullable;

/**
 * Puts what templates are given into the language of the page before it is escaped: text, and the attributes that are read.
 * Commands and filters stand in {@code code} elements and stay.
 */
final class TranslatedOutput extends OwaspHtmlTemplateOutput {
    private final Translation translation;
    private boolean isRead = true;

    TranslatedOutput(TemplateOutput out, Translation translation) {
        super(out);
        this.translation = translation;
    }

    @Override
    public void setContext(@Nullable String tag, @Nullable String attribute) {
        super.setContext(tag, attribute);
        isRead = attribute == null
                ? !"code".equals(tag)
                : attribute.equals("aria-label") || attribute.startsWith("data-");
    }

    @Override
    public void writeUserContent(@Nullable String text) {
        super.writeUserContent(isRead && text != null ? translation.of(text) : text);
    }

    /** Text as it was written, escaped like all other. */
    void writeAsWritten(String text) {
        super.writeUserContent(text);
    }
}
