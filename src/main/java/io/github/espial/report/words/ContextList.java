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
        List<String> names = names(contexts);
        for (int i = 0; i < Math.min(MOST, contexts.size()); i++) {
            CaseContext context = contexts.get(i);
            Listing.Details details = new Listing.Details().all(Listing.Detail.Kind.PROBLEM, context.problems(), MOST);
            entries.add(new Listing.Entry(names.get(i) + ": " + kinds(context), details.list()));
        }
        return new Listing("Words of the machine", entries, Numbers.rest(contexts.size(), MOST, "files"));
    }

    /** Without their folder, as long as that tells them apart; as captures are called. */
    private static List<String> names(List<CaseContext> contexts) {
        List<String> full = new ArrayList<>();
        Set<String> last = new LinkedHashSet<>();
        for (CaseContext context : contexts) {
            full.add(context.name());
            last.add(CaptureNames.lastPart(context.name()));
        }
        return last.size() == full.size() ? List.copyOf(last) : full;
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
