package io.github.espial.context.firewall;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page Status > IPsec > SPD of pfSense, and of OPNsense, as copied text. OPNsense shows the direction as a picture,
 * which does not come along: of its rows nothing is taken.
 */
public final class PoliciesPage implements ContextParser {
    private static final String NETWORK = "([0-9a-fA-F.:]+(?:/\\d{1,3})?)(?:\\[\\w+\\])?";
    private static final String HOST = "([0-9a-fA-F.:]+)(?:\\[\\d+\\])?";
    private static final Pattern ROW = Pattern.compile("\\s*" + NETWORK + "\\s+" + NETWORK
            + "\\s+(?:\\S\\s+)?(Inbound|Outbound)\\s+(?:ESP|AH)\\s+" + HOST + "\\s*->\\s*" + HOST + "(?:\\s.*)?");
    private static final Pattern WITHOUT_DIRECTION =
            Pattern.compile("\\s*" + NETWORK + "\\s+" + NETWORK + "\\s+" + HOST + "->" + HOST + "\\s+\\S.*");

    @Override
    public String kind() {
        return "SPD page";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return ROW.matcher(lines.peek()).matches()
                || WITHOUT_DIRECTION.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        boolean isSaid = false;
        while (recognises(lines)) {
            int number = lines.number();
            Matcher row = ROW.matcher(lines.next());
            if (row.matches()) {
                add(number, row, notes);
            } else if (!isSaid) {
                isSaid = true;
                notes.problem(
                        number,
                        "the copied page does not say which policies are outbound; add the output of"
                                + " setkey -DP from the shell");
            }
        }
    }

    private static void add(int line, Matcher row, ContextNotes notes) {
        Optional<IpPrefix> source = Words.prefix(row.group(1));
        Optional<IpPrefix> destination = Words.prefix(row.group(2));
        if (source.isEmpty() || destination.isEmpty()) {
            notes.problem(line, "not prefixes: " + row.group(1) + " " + row.group(2));
            return;
        }
        notes.add(new PolicyEntry(
                line,
                Selector.between(source.get(), destination.get()),
                row.group(3).equals("Outbound") ? Way.OUT : Way.IN,
                Action.PROTECT,
                Words.address(row.group(4)),
                Words.address(row.group(5)),
                Optional.of(SaMode.TUNNEL)));
    }
}
