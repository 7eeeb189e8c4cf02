package io.github.espial.report.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.github.espial.bytes.Sha256;
import io.github.espial.report.html.InlineScript;
import io.github.espial.report.lang.Language;
import io.github.espial.report.lang.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * What all pages have in common.
 *
 * @param title of the document
 * @param tool name and version of the program
 * @param language that it is read in
 */
public record Page(String title, String tool, Language language) {
    private static final String TEMPLATES = "io.github.espial.report.page.template";

    /** The same in every page: read once, as a batch makes thousands. */
    private static final String STYLE = resource("page.css");

    private static final InlineScript SCRIPT = new InlineScript(resource("page.js"));

    private static final String POLICY = "default-src 'none'; style-src '" + ofStyle() + "'; script-src '"
            + SCRIPT.policySource() + "'; base-uri 'none'; form-action 'none'";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);

    static Page of(String title, String tool, Translation translation) {
        return new Page(title, tool, translation.language());
    }

    public boolean isEnglish() {
        return language == Language.ENGLISH;
    }

    /** Style of the page. */
    public String style() {
        return STYLE;
    }

    /** Sorts, filters, zooms and copies. */
    public InlineScript script() {
        return SCRIPT;
    }

    /** What the page may do: use its own style and script, and nothing from anywhere (CSP Level 3). */
    public String policy() {
        return POLICY;
    }

    /** Text that stays in English, such as that of the pages of findings. */
    public static Content asWritten(String text) {
        return out -> ((TranslatedOutput) out).writeAsWritten(text);
    }

    /** Writes a page in UTF-8; leaves {@code out} open. */
    static void write(String template, Object model, Translation translation, OutputStream out) throws IOException {
        ReadableOutput text = new ReadableOutput(out);
        ENGINE.render(template, model, new TranslatedOutput(text, translation));
        text.end();
    }

    private static String ofStyle() {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(STYLE));
    }

    private static String resource(String name) {
        try (InputStream octets = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
