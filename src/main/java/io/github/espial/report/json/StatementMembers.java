package io.github.espial.report.json;

import io.github.espial.diagnose.Statement;
import java.io.IOException;
import java.util.List;

/** The member {@code statements}. */
final class StatementMembers {
    private StatementMembers() {}

    static void write(JsonOutput json, List<Statement> statements) throws IOException {
        json.objects("statements", statements, statement -> {
            json.text("option", statement.option());
            json.text("value", statement.value());
            json.text("effect", statement.effect().toString());
            json.text("text", statement.text());
        });
    }
}
