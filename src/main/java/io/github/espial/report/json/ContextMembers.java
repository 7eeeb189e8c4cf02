package io.github.espial.report.json;

import io.github.espial.diagnose.CaseContext;
import io.github.espial.diagnose.CaseReport;
import java.io.IOException;

/** The members {@code contexts} and {@code notRecognised}; neither where only captures were given. */
final class ContextMembers {
    private ContextMembers() {}

    static void write(JsonOutput json, CaseReport report) throws IOException {
        if (!report.inputs().contexts().isEmpty()) {
            json.objects("contexts", report.inputs().contexts(), context -> context(json, context));
        }
        if (!report.inputs().others().isEmpty()) {
            json.texts("notRecognised", report.inputs().others());
        }
    }

    private static void context(JsonOutput json, CaseContext context) throws IOException {
        json.text("file", context.name());
        json.objects("outputs", context.outputs(), output -> {
            json.text("kind", output.kind());
            json.text("platform", output.platform().toString());
            json.number("firstLine", output.firstLine());
            json.number("lastLine", output.lastLine());
        });
        json.texts("problems", context.problems());
    }
}
