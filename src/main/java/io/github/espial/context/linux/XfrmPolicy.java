package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * {@code ip xfrm policy}. Policies of sockets, which let IKE pass, are left out. Of several templates (IPComp within ESP,
 * ESP within AH) the one in tunnel mode tells the end points, and the outermost of ESP and AH the SPI.
 */
public final class XfrmPolicy implements ContextParser {
    private static final Pattern SELECTOR = Pattern.compile("src \\S+/\\d+ dst \\S+/\\d+(?:\\s.*)?");
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
            Details details = new Details();
            while (!lines.peek().isBlank()
                    && Character.isWhitespace(lines.peek().charAt(0))) {
                details.read(Words.of(lines.next()));
            }
            if (selector.isEmpty()) {
                notes.problem(number, "not a selector");
            } else if (direction.get(0).equals("dir")) {
                notes.add(new PolicyEntry(
                        number,
                        selector.get(),
                        way(direction.get(1)),
                        details.action(direction.contains("block")),
                        new PolicyEntry.Template(details.source, details.destination, details.mode, details.spi),
                        details.interfaceId.map(id -> "if_id " + id),
                        details.mark,
                        details.standing()));
            }
        }
    }

    /** What stands under a selector. */
    private static final class Details {
        private boolean hasTemplate;
        private boolean hasEnds;
        private boolean hasReqid;
        private Optional<IpAddress> source = Optional.empty();
        private Optional<IpAddress> destination = Optional.empty();
        private Optional<IpAddress> templateSource = Optional.empty();
        private Optional<IpAddress> templateDestination = Optional.empty();
        private Optional<SaMode> mode = Optional.empty();
        private Optional<Spi> spi = Optional.empty();
        private Optional<String> mark = Optional.empty();
        private Optional<String> interfaceId = Optional.empty();

        void read(List<String> words) {
            switch (words.get(0)) {
                case "tmpl" -> {
                    templateSource = address(words, "src");
                    templateDestination = address(words, "dst");
                    hasEnds |= templateSource.isPresent() || templateDestination.isPresent();
                }
                case "proto" -> {
                    hasTemplate = true;
                    transform(words);
                }
                case "mark" -> mark = Words.after(words, "mark");
                case "if_id" -> interfaceId = Words.after(words, "if_id");
                default -> {
                    // Lifetimes and the like.
                }
            }
        }

        private void transform(List<String> words) {
            Optional<SaMode> ofTemplate = Words.after(words, "mode").flatMap(XfrmPolicy::mode);
            boolean isOfTunnel = mode.filter(SaMode.TUNNEL::equals).isPresent();
            if (!isOfTunnel) {
                mode = ofTemplate.or(() -> mode);
                source = templateSource;
                destination = templateDestination;
            }
            hasReqid |= !Words.after(words, "reqid").orElse("0").matches("0(?:\\(.*)?");
            if (!Words.after(words, "proto").equals(Optional.of("comp"))) {
                spi = Words.after(words, "spi").flatMap(Words::spi).or(() -> spi);
            }
        }

        /**
         * A larval policy holds packets until a negotiation has ended: its template names neither ends nor SAs. In transport
         * mode no template names ends, but it names its SAs by a number.
         */
        Standing standing() {
            return hasTemplate && !hasEnds && !hasReqid ? Standing.HELD : Standing.UNSTATED;
        }

        Action action(boolean blocks) {
            return blocks ? Action.DISCARD : hasTemplate ? Action.PROTECT : Action.BYPASS;
        }

        private static Optional<IpAddress> address(List<String> words, String name) {
            return Words.after(words, name).flatMap(Words::address).filter(address -> !address.isUnspecified());
        }
    }

    private static Optional<Selector> selector(List<String> words) {
        Optional<IpPrefix> source = Words.after(words, "src").flatMap(Words::prefix);
        Optional<IpPrefix> destination = Words.after(words, "dst").flatMap(Words::prefix);
        if (source.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Selector(
                source.get(),
                destination.get(),
                Words.after(words, "proto").map(Words::protocol).orElseGet(OptionalInt::empty),
                Words.after(words, "sport").map(Words::smallNumber).orElseGet(OptionalInt::empty),
                Words.after(words, "dport").map(Words::smallNumber).orElseGet(OptionalInt::empty)));
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
}
