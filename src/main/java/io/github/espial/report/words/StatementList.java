package io.github.espial.report.words;

import io.github.espial.diagnose.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the user stated, with what became of it. */
public final class StatementList {
    private StatementList() {}

    /** All of them. */
    public static Listing of(List<Statement> statements) {
        List<Listing.Entry> entries = new ArrayList<>();
        for (Statement statement : statements) {
            Listing.Detail.Kind kind = switch (statement.effect()) {
                case DECIDED -> Listing.Detail.Kind.PLAIN;
                case CONTRADICTED -> Listing.Detail.Kind.PROBLEM;
                case UNUSED -> Listing.Detail.Kind.NOTE;
            };
            entries.add(new Listing.Entry(
                    statement + ": " + statement.effect(), List.of(new Listing.Detail(kind, statement.text()))));
        }
        return new Listing("What you stated", entries, "");
    }
}
