package io.github.espial.batch.index;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.espial.report.html.InlineScript;
import io.github.espial.report.html.JsonInMarkup;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code index.html}: one page that searches, sorts and counts, by itself and without a network. The rows stand in it as
 * JSON, and its script puts them into the page as text only; its policy lets no other script run.
 */
public final class HtmlPage implements IndexFile {
    private static final String SCRIPT_HASH = "@SCRIPT_HASH@";
    private static final String STYLE = "/*@STYLE@*/";
    private static final String SCRIPT = "/*@SCRIPT@*/";
    private static final String RUN = "@RUN@";
    private static final String ROWS = "@ROWS@";

    private final RunNote note;

    /** A page that says {@code note} of the run. */
    public HtmlPage(RunNote note) {
        this.note = note;
    }

    @Override
    public String name() {
        return "index.html";
    }

    @Override
    public void write(List<CaseRow> rows, Path file) throws IOException {
        InlineScript script = new InlineScript(resource("page.js"));
        String page = resource("page.html")
                .replace(STYLE, resource("page.css"))
                .replace(SCRIPT_HASH, script.policySource())
                .replace(SCRIPT, script.text())
                .replace(RUN, run());
        int data = page.indexOf(ROWS);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(page, 0, data);
            writeRows(rows, out);
            out.write(page, data + ROWS.length(), page.length() - data - ROWS.length());
        }
    }

    private String run() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = RowWriter.FACTORY.createGenerator(text)) {
            json.setCharacterEscapes(new JsonInMarkup());
            json.writeStartObject();
            json.writeStringField("at", note.at());
            json.writeStringField("before", note.before());
            json.writeBooleanField("isWhole", note.isWhole());
            json.writeObjectFieldStart("news");
            for (Map.Entry<String, List<String>> ofCase : note.news().entrySet()) {
                json.writeFieldName(ofCase.getKey());
                list(json, ofCase.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Lists in place of objects: names of members would be most of the page. */
    private static void writeRows(List<CaseRow> rows, Writer out) throws IOException {
        out.write("[\n");
        for (int i = 0; i < rows.size(); i++) {
            StringWriter line = new StringWriter();
            try (JsonGenerator json = RowWriter.FACTORY.createGenerator(line)) {
                json.setCharacterEscapes(new JsonInMarkup());
                writeRow(rows.get(i), json);
            }
            out.write(line + (i + 1 < rows.size() ? ",\n" : "\n"));
        }
        out.write("]");
    }

    private static void writeRow(CaseRow row, JsonGenerator json) throws IOException {
        CaseName name = row.name();
        json.writeStartArray();
        texts(json, name.id(), name.ticket(), name.title(), name.customer(), name.notes());
        texts(json, row.verdict(), row.conclusion());
        texts(json, row.diagnosed().map(told -> told.extent().first()).orElse(""));
        json.writeNumber(row.diagnosed().map(told -> told.extent().frames()).orElse(0L));
        list(json, row.diagnosed().map(told -> told.parties().partners()).orElse(List.of()));
        list(json, row.diagnosed().map(told -> told.parties().gateways()).orElse(List.of()));
        json.writeStartArray();
        for (Found found : row.diagnosed().map(Diagnosed::findings).orElse(List.of())) {
            json.writeStartArray();
            texts(json, found.id(), found.severity().toString(), found.partner(), found.gateway());
            json.writeEndArray();
        }
        json.writeEndArray();
        list(json, row.reports());
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String... values) throws IOException {
        for (String value : values) {
            json.writeString(value);
        }
    }

    private static void list(JsonGenerator json, List<String> values) throws IOException {
        json.writeStartArray();
        texts(json, values.toArray(String[]::new));
        json.writeEndArray();
    }

    private static String resource(String name) throws IOException {
        try (InputStream octets = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
