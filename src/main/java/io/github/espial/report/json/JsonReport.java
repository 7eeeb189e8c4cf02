package io.github.espial.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The report as one JSON object (RFC 8259) of schema {@value #SCHEMA}, which {@code report-1.schema.json} beside this
 * class describes. UTF-8, two spaces a level, a line feed at the end of each line.
 */
public final class JsonReport implements ReportWriter {
    /** Names the members and their meaning; a report of another schema has another name. */
    public static final String SCHEMA = "espial/report/1";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build()
            .setCharacterEscapes(new CharactersForReading());

    private final String toolVersion;

    /** Reports that name {@code toolVersion} as the version that wrote them. */
    public JsonReport(String toolVersion) {
        this.toolVersion = toolVersion;
    }

    @Override
    public void write(CaseReport report, OutputStream out) throws IOException {
        // Not Jackson's own UTF-8 output: that fails on half a surrogate pair, which a file name may hold.
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(layout());
            json.writeStartObject();
            members(report, new JsonOutput(json, report.timestampDigits()));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void members(CaseReport report, JsonOutput json) throws IOException {
        json.text("schema", SCHEMA);
        json.object("tool", () -> {
            json.text("name", "espial");
            json.text("version", toolVersion);
        });
        json.text("verdict", report.verdict().toString());
        json.text("conclusion", report.conclusion());
        json.texts("missing", report.missing());
        CaptureMembers.write(json, report.captures());
        ContextMembers.write(json, report);
        TopologyMembers.write(json, report.topology());
        AssociationMembers.write(json, report);
        FlowMembers.write(json, report.flows());
        RoutingMembers.write(json, report.predictions());
        FindingMembers.write(json, report.findings());
    }

    private static PrettyPrinter layout() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }
}
