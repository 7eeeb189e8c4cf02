package io.github.espial.context.openwrt;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code mwan3 status}, {@code interfaces}, {@code policies}, {@code rules} and {@code connected}: which lines are taken
 * for dead, and which rules refuse what they take. Marks and tables, {@code ip rule} and {@code ip route} tell.
 */
public final class Mwan3Status implements ContextParser {
    private static final Pattern INTERFACES = Pattern.compile("\\s*Interface status:\\s*");
    private static final Pattern HEADING = Pattern.compile(
            "\\s*(?:Current|Directly connected|Active) ipv([46]) (?:policies|networks|user rules):\\s*");
    private static final Pattern INTERFACE = Pattern.compile(
            "\\s*interface ([\\w.-]{1,64}) is (\\w+)(?: \\S+, uptime \\S+)?(?: and tracking is (\\w+).*| \\(.*\\))?\\s*");
    private static final Pattern POLICY = Pattern.compile("\\s*([\\w-]{1,64}):\\s*");
    private static final Pattern MEMBER =
            Pattern.compile("\\s*(?:([\\w.-]{1,64}) \\(\\d{1,3}%\\)|(unreachable|blackhole|default))\\s*");
    private static final Pattern NETWORK = Pattern.compile("\\s*[0-9a-fA-F.:]+(?:/\\d{1,3})?\\s*");

    /** Packets, octets, the policy (or {@code S} and a rule that is sticky), and both ends as iptables shows them. */
    private static final Pattern RULE = Pattern.compile(
            "\\s*\\d+[KMG]?\\s+\\d+[KMG]?\\s+([S-])\\s+([\\w-]{1,64})\\s+\\S+(?:\\s+--)?\\s+\\S+\\s+\\S+\\s+([0-9a-fA-F.:!/]+)\\s+([0-9a-fA-F.:!/]+)(?:\\s.*|)");

    @Override
    public String kind() {
        return "mwan3 status";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public Program program() {
        return Program.UCI;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return (INTERFACES.matcher(lines.peek()).matches()
                        && INTERFACE.matcher(lines.peek(1)).matches())
                || HEADING.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Map<String, String> dead = new LinkedHashMap<>();
        String version = "";
        String policy = "";
        while (isOfIt(lines)) {
            int number = lines.number();
            String line = lines.next();
            Matcher card = INTERFACE.matcher(line);
            Matcher name = POLICY.matcher(line);
            Matcher member = MEMBER.matcher(line);
            Matcher rule = RULE.matcher(line);
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                version = " of IPv" + heading.group(1);
            } else if (card.matches() && isDead(card)) {
                notes.problem(
                        number,
                        "mwan3 takes interface " + card.group(1) + " for " + card.group(2)
                                + ": no packet that it marks leaves there");
            } else if (name.matches()) {
                policy = name.group(1) + version;
            } else if (member.matches()
                    && member.group(2) != null
                    && !member.group(2).equals("default")) {
                dead.put(policy, member.group(2));
            } else if (rule.matches()
                    && dead.containsKey(rule.group(2) + version)
                    && !rule.group(4).equals("::/0")) {
                // Without IPv6 all of its policies are dead, and nobody misses them.
                notes.problem(
                        number,
                        "a rule of mwan3 for packets from " + rule.group(3) + " to " + rule.group(4)
                                + " uses the policy "
                                + rule.group(2) + ", which is " + dead.get(rule.group(2) + version)
                                + ": unless a rule before takes them, they are refused");
            }
        }
    }

    private static boolean isDead(Matcher card) {
        return card.group(2).equals("offline")
                || card.group(2).equals("error")
                || card.group(2).equals("down");
    }

    private static boolean isOfIt(Lines lines) throws IOException {
        int at = 0;
        while (at < 3 && lines.peek(at).isBlank()) {
            at++;
        }
        String line = lines.peek(at);
        return INTERFACES.matcher(line).matches()
                || INTERFACE.matcher(line).matches()
                || HEADING.matcher(line).matches()
                || POLICY.matcher(line).matches()
                || MEMBER.matcher(line).matches()
                || NETWORK.matcher(line).matches()
                || RULE.matcher(line).matches();
    }
}
