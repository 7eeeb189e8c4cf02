package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Statement;
import io.github.espial.infer.Evidence;
import java.util.List;

/**
 * Something that the user stated, and that the captures or the machine's own words speak against. See the page {@code
 * statement-contradicted}.
 */
public final class StatementContradicted implements Check {
    @Override
    public String id() {
        return "statement-contradicted";
    }

    @Override
    public String summary() {
        return "what was stated is not what the captures show";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.statements().stream()
                .filter(statement -> statement.effect() == Statement.Effect.CONTRADICTED)
                .map(this::describe)
                .toList();
    }

    private Finding describe(Statement statement) {
        return Finding.of(
                id(),
                Severity.WARNING,
                statement + " is contradicted",
                "you stated " + statement + ", and it was taken for true, but " + statement.text(),
                List.of(Evidence.stated("stated", statement.text(), 0)));
    }
}
