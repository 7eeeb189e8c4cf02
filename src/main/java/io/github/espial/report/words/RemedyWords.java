package io.github.espial.report.words;

import io.github.espial.diagnose.remedy.Fix;
import java.util.ArrayList;
import java.util.List;

/**
 * A remedy on one platform, in words.
 *
 * @param platform where commands are to be typed; {@code any} for advice
 * @param text what it does
 * @param commands what to type, in order; empty for advice
 * @param undo what takes all of it back, in order
 * @param first the command whose output may show that something else is to be mended; empty for none
 */
public record RemedyWords(String platform, String text, List<String> commands, List<String> undo, String first) {
    public RemedyWords {
        commands = List.copyOf(commands);
        undo = List.copyOf(undo);
    }

    /** Commands of which the same is said stand together, where the first of them stood. */
    static List<RemedyWords> of(List<Fix> fixes) {
        List<RemedyWords> remedies = new ArrayList<>();
        for (int i = 0; i < fixes.size(); i++) {
            if (first(fixes, i) == i) {
                remedies.add(group(fixes, i));
            }
        }
        return remedies;
    }

    /** Index of the first of which the same is said as of the one at {@code of}. */
    private static int first(List<Fix> fixes, int of) {
        int at = 0;
        while (!isAlike(fixes.get(at), fixes.get(of))) {
            at++;
        }
        return at;
    }

    private static RemedyWords group(List<Fix> fixes, int first) {
        Fix said = fixes.get(first);
        List<String> commands = new ArrayList<>();
        List<String> undo = new ArrayList<>();
        for (Fix fix : fixes.subList(first, fixes.size())) {
            if (isAlike(fix, said)) {
                addTold(commands, fix.command());
                addTold(undo, fix.undo());
            }
        }
        return new RemedyWords(said.platform().ofCommands(), said.text(), commands, undo, said.first());
    }

    private static boolean isAlike(Fix one, Fix other) {
        return one.platform() == other.platform() && one.text().equals(other.text());
    }

    private static void addTold(List<String> commands, String command) {
        if (!command.isEmpty()) {
            commands.add(command);
        }
    }
}
