package io.github.espial.context.panos;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.SaCount;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code show vpn flow}, with and without {@code tunnel-id} or {@code name}: the interface of each tunnel, and packets of
 * the one that is shown whole.
 */
public final class VpnFlow implements ContextParser {
    private static final Pattern TUNNEL = Pattern.compile("tunnel\\s+(\\S+)\\s*");
    private static final Pattern FIELD = Pattern.compile("\\s+([a-z/][a-z/ -]{1,32}):\\s*(\\S.*|)");
    /** Lines of fewer words, of which what is below them is no field. */
    private static final Pattern SUBHEADING = Pattern.compile("\\s+packets received\\s*");

    private static final Pattern TOTALS =
            Pattern.compile("total (?:IPSec )?tunnels? (?:configured|shown):\\s+\\d+\\s*|filter - type .*");
    private static final Pattern HEADING =
            Pattern.compile("id\\s+name\\s+state\\s+monitor\\s+local-ip\\s+peer-ip\\s+tunnel-i/f\\s*");
    private static final Pattern RULE = Pattern.compile("-{3,}(?:\\s+-{3,})*\\s*");
    private static final Pattern ROW = Pattern.compile(
            "\\d+\\s+(\\S+)\\s+(active|inactive|init|down)\\s+\\S+\\s+([0-9a-fA-F.:]+)\\s+([0-9a-fA-F.:]+)\\s+(\\S+)\\s*");

    @Override
    public String kind() {
        return "show vpn flow";
    }

    @Override
    public Platform platform() {
        return Platform.PANOS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return HEADING.matcher(lines.peek()).matches()
                || TOTALS.matcher(lines.peek()).matches()
                || (TUNNEL.matcher(lines.peek()).matches()
                        && FIELD.matcher(lines.peek(1)).matches()
                        && FIELD.matcher(lines.peek(2)).matches());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int number = lines.number();
        Matcher tunnel = TUNNEL.matcher(lines.next());
        if (tunnel.matches()) {
            Map<String, String> fields = new HashMap<>();
            for (Optional<Matcher> field = field(lines); field.isPresent(); field = field(lines)) {
                fields.putIfAbsent(field.get().group(1), field.get().group(2).strip());
            }
            add(number, tunnel.group(1), fields, notes);
            return;
        }
        lines.take(RULE);
        number = lines.number();
        for (Optional<Matcher> row = lines.take(ROW); row.isPresent(); row = lines.take(ROW)) {
            Optional<IpAddress> local = Words.address(row.get().group(3));
            local.ifPresent(notes::own);
            Standing standing = standing(row.get().group(2));
            all(number, local, Words.address(row.get().group(4)), row.get().group(5), standing, notes);
            number = lines.number();
        }
    }

    private static Optional<Matcher> field(Lines lines) throws IOException {
        lines.take(SUBHEADING);
        return lines.take(FIELD);
    }

    private static void add(int line, String name, Map<String, String> fields, ContextNotes notes) {
        Optional<IpAddress> local = address(fields, "local ip");
        Optional<IpAddress> peer = address(fields, "peer ip");
        local.ifPresent(notes::own);
        OptionalLong in = Words.number(fields.getOrDefault("decap packets", ""));
        OptionalLong out = Words.number(fields.getOrDefault("encap packets", ""));
        if (in.isPresent() && out.isPresent()) {
            notes.add(new SaCount(line, name, local, peer, SaCount.PACKETS, in, out));
        }
        Standing standing = standing(fields.getOrDefault("state", "").toLowerCase(Locale.ROOT));
        String device = fields.getOrDefault("inner interface", "");
        Optional<IpPrefix> source = Words.prefix(fields.getOrDefault("proxy-id local ip", ""));
        Optional<IpPrefix> destination = Words.prefix(fields.getOrDefault("proxy-id remote ip", ""));
        if (source.isPresent() && destination.isPresent() && !destination.get().isDefault()) {
            notes.add(PolicyEntry.outbound(
                    line,
                    Selector.between(source.get(), destination.get()),
                    PolicyEntry.Template.tunnel(local, peer),
                    Optional.of(device).filter(known -> !known.isEmpty()),
                    standing));
        } else if (!device.isEmpty()) {
            all(line, local, peer, device, standing, notes);
        }
    }

    /** A tunnel of which routes select what goes into it. */
    private static void all(
            int line,
            Optional<IpAddress> local,
            Optional<IpAddress> peer,
            String device,
            Standing standing,
            ContextNotes notes) {
        if (peer.isPresent()) {
            IpPrefix all = IpPrefix.all(peer.get().version());
            notes.add(PolicyEntry.outbound(
                    line,
                    Selector.between(all, all),
                    PolicyEntry.Template.tunnel(local, peer),
                    Optional.of(device),
                    standing));
        }
    }

    private static Standing standing(String state) {
        return state.equals("active") ? Standing.ACTIVE : Standing.DOWN;
    }

    private static Optional<IpAddress> address(Map<String, String> fields, String name) {
        return Words.address(fields.getOrDefault(name, ""));
    }
}
