package io.github.espial.context.netsh;

import io.github.espial.context.ConnectionRule;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.LabelledLine;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.SaMode;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One rule of {@code netsh advfirewall consec show rule}: the names of its values are translated, keywords are not. */
final class NetshRule {
    private static final Pattern TUNNEL = Pattern.compile("t[uú]nn?el", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRANSPORT = Pattern.compile("tran?sporte?o?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO = Pattern.compile("no|nein|non|n.o", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTION = Pattern.compile("(?:Require|Request)In\\w+Out|NoAuthentication");
    private static final Pattern CLEAR = Pattern.compile("\\w+ClearOut|NoAuthentication");

    private final int line;
    private final List<LabelledLine> values;

    NetshRule(int line, List<LabelledLine> values) {
        this.line = line;
        this.values = values;
    }

    /** Whether two names differ in their last character, 1 and 2: the ends that a rule is for, or more such pairs. */
    static boolean hasEnds(List<LabelledLine> values) {
        return firstEnd(values).isPresent();
    }

    private static Optional<LabelledLine> firstEnd(List<LabelledLine> values) {
        return values.stream()
                .filter(value -> value.label().endsWith("1")
                        && second(values, value.label()).isPresent())
                .findFirst();
    }

    private static Optional<LabelledLine> second(List<LabelledLine> values, String label) {
        String wanted = label.substring(0, label.length() - 1) + "2";
        return values.stream().filter(value -> value.label().equals(wanted)).findFirst();
    }

    void add(ContextNotes notes) {
        Optional<LabelledLine> local = firstEnd(values);
        boolean isDisabled = NO.matcher(values.get(0).value()).matches();
        if (local.isEmpty() || isDisabled) {
            return;
        }
        List<LabelledLine> tunnelEnds = values.stream()
                .filter(value -> TUNNEL.matcher(value.label()).find())
                .toList();
        new ConnectionRule(
                        line,
                        list(local.get().value()),
                        list(second(values, local.get().label()).orElseThrow().value()),
                        mode(),
                        end(tunnelEnds, 0),
                        end(tunnelEnds, 1),
                        action())
                .add(notes);
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split("[,\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Optional<SaMode> mode() {
        for (LabelledLine value : values) {
            if (TUNNEL.matcher(value.value()).matches()) {
                return Optional.of(SaMode.TUNNEL);
            }
            if (TRANSPORT.matcher(value.value()).matches()) {
                return Optional.of(SaMode.TRANSPORT);
            }
        }
        return Optional.empty();
    }

    /** The local end of the tunnel stands before the remote one. */
    private static Optional<IpAddress> end(List<LabelledLine> ends, int which) {
        if (which >= ends.size()) {
            return Optional.empty();
        }
        return list(ends.get(which).value()).stream()
                .flatMap(word -> Words.address(word).stream())
                .findFirst();
    }

    private Action action() {
        return values.stream()
                        .map(LabelledLine::value)
                        .filter(value -> ACTION.matcher(value).matches())
                        .findFirst()
                        .filter(value -> CLEAR.matcher(value).matches())
                        .isPresent()
                ? Action.BYPASS
                : Action.PROTECT;
    }
}
