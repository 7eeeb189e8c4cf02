package io.github.espial.report.words;

import io.github.espial.diagnose.CaseContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The files that were given beside the captures: what was recognised in them, and which nothing is read from. */
public final class ContextList {
    private static final int MOST = 20;

    private ContextList() {}

    /** The first {@value #MOST} files with words of machines. */
    public static Listing of(List<CaseContext> contexts) {
        List<Listing.Entry> entries = new ArrayList<>();
        for (CaseContext context : contexts.subList(0, Math.min(MOST, contexts.size()))) {
            Listing.Details details = new Listing.Details().all(Listing.Detail.Kind.PROBLEM, context.problems(), MOST);
            entries.add(new Listing.Entry(context.name() + ": " + kinds(context), details.list()));
        }
        return new Listing("Words of the machine", entries, Numbers.rest(contexts.size(), MOST, "files"));
    }

    /** The first {@value #MOST} files that nothing is read from, and why. */
    public static Listing others(List<String> reasons) {
        List<Listing.Entry> entries = new ArrayList<>();
        for (String reason : reasons.subList(0, Math.min(MOST, reasons.size()))) {
            entries.add(new Listing.Entry(reason, List.of()));
        }
        return new Listing("Not recognised", entries, Numbers.rest(reasons.size(), MOST, "files"));
    }

    private static String kinds(CaseContext context) {
        Set<String> kinds = new LinkedHashSet<>();
        context.outputs().forEach(output -> kinds.add(output.kind()));
        return kinds.isEmpty() ? "nothing recognised" : String.join(", ", kinds);
    }
}
