package io.github.espial.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.github.espial.bytes.Sha256;
import io.github.espial.report.html.InlineScript;
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
 * @param style of the page
 * @param script sorts, filters, zooms and copies
 */
public record Page(String title, String tool, String style, InlineScript script) {
    private static final String TEMPLATES = "io.github.espial.report.page.template";

    static Page of(String title, String tool) {
        return new Page(title, tool, resource("page.css"), new InlineScript(resource("page.js")));
    }

    /** What the page may do: use its own style and script, and nothing from anywhere (CSP Level 3). */
    public String policy() {
        String ofStyle = "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(style));
        return "default-src 'none'; style-src '" + ofStyle + "'; script-src '" + script.policySource()
                + "'; base-uri 'none'; form-action 'none'";
    }

    /** Writes a page in UTF-8; leaves {@code out} open. */
    static void write(String template, Object model, OutputStream out) throws IOException {
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
        ReadableOutput text = new ReadableOutput(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        engine.render(template, model, text);
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
