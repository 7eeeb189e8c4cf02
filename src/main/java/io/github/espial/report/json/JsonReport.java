package io.github.espial.report.json;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The report as one JSON object (RFC 8259) of schema {@value #SCHEMA}, which {@code report-1.schema.json} beside this
 * class describes. UTF-8, two spaces a level, a line feed at the end of each line.
 */
public final class JsonReport implements ReportWriter {
    /** Names the members and their meaning; a report of another schema has another name. */
    public static final String SCHEMA = "espial/report/1";

    private final String toolVersion;

    /** Reports that name {@code toolVersion} as the version that wrote them. */
    public JsonReport(String toolVersion) {
        this.toolVersion = toolVersion;
    }

    @Override
    public void write(CaseReport report, OutputStream out) throws IOException {
        JsonOutput.write(out, report.inputs().timestampDigits(), json -> members(report, json));
    }

    private void members(CaseReport report, JsonOutput json) throws IOException {
        json.heading(SCHEMA, toolVersion);
        if (report.inputs().isRedacted()) {
            json.flag("redacted", true);
        }
        if (!report.inputs().called().isEmpty()) {
            json.text("case", report.inputs().called());
        }
        json.text("verdict", report.verdict().toString());
        json.text("conclusion", report.judgment().sentence());
        json.texts("missing", report.judgment().missing());
        PredictedMembers.write(json, report.judgment().predicted());
        FindingMembers.writeProof(json, report.judgment().proof());
        StatementMembers.write(json, report.inputs().statements());
        CaptureMembers.write(json, report.inputs().captures());
        ContextMembers.write(json, report);
        TopologyMembers.write(json, report.topology());
        AssociationMembers.write(json, report);
        FlowMembers.write(json, report.innerTraffic().flows());
        TunnelMembers.write(json, report.negotiations().tunnels());
        IkeMembers.write(json, report.negotiations().ikeSas());
        RoutingMembers.write(json, report.predictions());
        FindingMembers.write(json, report.findings());
        GroupMembers.write(json, report.groups());
    }
}
