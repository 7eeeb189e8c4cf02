package io.github.espial.context.linux;

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
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** {@code ip xfrm policy}. Policies of sockets, which let IKE pass, are left out. */
public final class XfrmPolicy implements ContextParser {
    private static final Pattern SELECTOR = Pattern.compile("src \\S+/\\d+ dst \\S+/\\d+\\b.*");
    private static final Pattern DIRECTION = Pattern.compile("\\s+(?:dir|socket) (?:in|out|fwd)\\b.*");

    @Override
    public String kind() {
        return "ip xfrm policy";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return SELECTOR.matcher(lines.peek()).matches()
                && DIRECTION.matcher(lines.peek(1)).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (recognises(lines)) {
            int number = lines.number();
            Optional<Selector> selector = selector(Words.of(lines.next()));
            List<String> direction = Words.of(lines.next());
            Optional<IpAddress> source = Optional.empty();
            Optional<IpAddress> destination = Optional.empty();
            Optional<SaMode> mode = Optional.empty();
            boolean hasTemplate = false;
            while (!lines.peek().isBlank()
                    && Character.isWhitespace(lines.peek().charAt(0))) {
                List<String> words = Words.of(lines.next());
                if (words.get(0).equals("tmpl")) {
                    hasTemplate = true;
                    source = after(words, "src").flatMap(Words::address).filter(address -> !address.isUnspecified());
                    destination =
                            after(words, "dst").flatMap(Words::address).filter(address -> !address.isUnspecified());
                } else if (words.get(0).equals("proto")) {
                    mode = after(words, "mode").flatMap(XfrmPolicy::mode);
                }
            }
            if (selector.isEmpty()) {
                notes.problem(number, "not a selector");
            } else if (direction.get(0).equals("dir")) {
                Action action =
                        direction.contains("block") ? Action.DISCARD : hasTemplate ? Action.PROTECT : Action.BYPASS;
                notes.add(new PolicyEntry(
                        number, selector.get(), way(direction.get(1)), action, source, destination, mode));
            }
        }
    }

    private static Optional<Selector> selector(List<String> words) {
        Optional<IpPrefix> source = after(words, "src").flatMap(Words::prefix);
        Optional<IpPrefix> destination = after(words, "dst").flatMap(Words::prefix);
        if (source.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Selector(
                source.get(),
                destination.get(),
                after(words, "proto").map(XfrmPolicy::protocol).orElseGet(OptionalInt::empty),
                after(words, "sport").map(Words::smallNumber).orElseGet(OptionalInt::empty),
                after(words, "dport").map(Words::smallNumber).orElseGet(OptionalInt::empty)));
    }

    private static OptionalInt protocol(String word) {
        return switch (word) {
            case "icmp" -> OptionalInt.of(1);
            case "tcp" -> OptionalInt.of(6);
            case "udp" -> OptionalInt.of(17);
            case "gre" -> OptionalInt.of(47);
            case "ipv6-icmp" -> OptionalInt.of(58);
            case "l2tp" -> OptionalInt.of(115);
            default -> Words.smallNumber(word);
        };
    }

    private static Way way(String word) {
        return switch (word) {
            case "out" -> Way.OUT;
            case "in" -> Way.IN;
            default -> Way.FORWARD;
        };
    }

    private static Optional<SaMode> mode(String word) {
        return switch (word) {
            case "tunnel", "beet" -> Optional.of(SaMode.TUNNEL);
            case "transport" -> Optional.of(SaMode.TRANSPORT);
            default -> Optional.empty();
        };
    }

    private static Optional<String> after(List<String> words, String name) {
        int at = words.indexOf(name);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }
}
