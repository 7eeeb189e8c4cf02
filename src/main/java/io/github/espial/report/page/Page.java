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
import java.io.OutputStreamWriter;
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
 * @param style of the page
 * @param script sorts, filters, zooms and copies
 */
public record Page(String title, String tool, Language language, String style, InlineScript script) {
    private static final String TEMPLATES = "io.github.espial.report.page.template";

    static Page of(String title, String tool, Translation translation) {
        return new Page(
                title, tool, translation.language(), resource("page.css"), new InlineScript(resource("page.js")));
    }

    public boolean isEnglish() {
        return language == Language.ENGLISH;
    }

    /** What the page may do: use its own style and script, and nothing from anywhere (CSP Level 3). */
    public String policy() {
        String ofStyle = "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(style));
        return "default-src 'none'; style-src '" + ofStyle + "'; script-src '" + script.policySource()
                + "'; base-uri 'none'; form-action 'none'";
    }

    /** Text that stays in English, such as that of the pages of findings. */
    public static Content asWritten(String text) {
        return out -> ((TranslatedOutput) out).writeAsWritten(text);
    }

    /** Writes a page in UTF-8; leaves {@code out} open. */
    static void write(String template, Object model, Translation translation, OutputStream out) throws IOException {
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
        ReadableOutput text = new ReadableOutput(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        engine.render(template, model, new TranslatedOutput(text, translation));
        text.end();
    }

    private static String resource(String name) {
        try (InputStream octets = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
