package io.github.espial.batch.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes rows as JSON (RFC 8259), one object each, of schema {@value #SCHEMA}. What is not known is left out. */
public final class RowWriter {
    /** Names the members and their meaning. */
    public static final String SCHEMA = "espial/batch/1";

    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final JsonGenerator json;

    private RowWriter(JsonGenerator json) {
        this.json = json;
    }

    /** One line without its end. */
    public static String line(CaseRow row) {
        StringWriter line = new StringWriter();
        try {
            write(row, line);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail", e);
        }
        return line.toString();
    }

    static void write(CaseRow row, Writer to) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(to)) {
            write(row, json);
        }
    }

    /** Writes {@code row} where {@code json} stands. */
    public static void write(CaseRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        new RowWriter(json).members(row);
        json.writeEndObject();
    }

    private void members(CaseRow row) throws IOException {
        CaseName name = row.name();
        json.writeStringField("case", name.id());
        text("ticket", name.ticket());
        text("title", name.title());
        text("customer", name.customer());
        text("notes", name.notes());
        json.writeStringField("verdict", row.verdict());
        if (row.outcome() instanceof Diagnosed diagnosed) {
            diagnosed(diagnosed);
        } else if (row.outcome() instanceof Failed failed) {
            json.writeStringField("failure", failed.kind().toString());
            json.writeStringField("reason", failed.reason());
        }
        texts("remarks", row.remarks());
        texts("reports", row.reports());
    }

    private void diagnosed(Diagnosed diagnosed) throws IOException {
        json.writeStringField("conclusion", diagnosed.conclusion());
        text("first", diagnosed.extent().first());
        text("last", diagnosed.extent().last());
        json.writeNumberField("captures", diagnosed.extent().captures());
        json.writeNumberField("frames", diagnosed.extent().frames());
        json.writeNumberField("bytes", diagnosed.extent().octets());
        texts("servers", diagnosed.parties().servers());
        texts("partners", diagnosed.parties().partners());
        texts("gateways", diagnosed.parties().gateways());
        json.writeArrayFieldStart("findings");
        for (Found found : diagnosed.findings()) {
            json.writeStartObject();
            json.writeStringField("id", found.id());
            json.writeStringField("severity", found.severity().toString());
            json.writeStringField("title", found.title());
            text("partner", found.partner());
            text("gateway", found.gateway());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
