package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ip route}, of one table or all, of either version, and {@code ip route get}. What was asked for is read from the
 * command, if it stands before its output. Routes whose link is dead take no part in a lookup, and are left out.
 */
public final class IpRoute implements ContextParser {
    private static final Pattern COMMAND = Pattern.compile(
            ".*\\bip\\s+((?:-\\S+\\s+){0,12})r(?:o(?:ute)?)?(?:\\s+(get)\\s.*|(?:\\s+(?:s(?:h(?:ow)?)?|l(?:ist|s)?))?"
                    + "(?:\\s+t(?:able)?\\s+(\\S+))?(?:\\s+\\|.*)?)\\s*");
    private static final Pattern CACHE = Pattern.compile("\\s+cache\\b.*");

    /** How {@code ip -o} joins the lines of one entry. */
    private static final Pattern JOINT = Pattern.compile("\\\\\\s*");

    @Override
    public String kind() {
        return "ip route";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return isRoute(lines, 0) || (tells(lines.peek()) && isRoute(lines, 1));
    }

    /** Whether a command tells what its output does not. */
    private static boolean tells(String line) {
        Matcher command = COMMAND.matcher(line);
        return command.matches()
                && (command.group(1).contains("6") || command.group(2) != null || command.group(3) != null);
    }

    private static boolean isRoute(Lines lines, int ahead) throws IOException {
        String[] joined = JOINT.split(lines.peek(ahead), -1);
        Optional<IpRouteWords> route = IpRouteWords.ofRoute(joined[0]);
        if (route.isEmpty() || lines.peek(ahead).startsWith(" ") || IpNeigh.isNeighbor(joined[0])) {
            return false;
        }
        // A prefix with nothing that says where to is one of several routers; else it may be anything.
        return route.get().has("via")
                || route.get().has("dev")
                || route.get().has("nhid")
                || ((route.get().discards() || route.get().type().equals("throw")) && isPrefix(route.get()))
                || IpRouteWords.ofNextHop(joined.length > 1 ? joined[1] : lines.peek(ahead + 1))
                        .isPresent();
    }

    private static boolean isPrefix(IpRouteWords route) {
        return route.destination().equals("default")
                || Words.prefix(route.destination()).isPresent();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Section section = new Section(notes);
        if (!isRoute(lines, 0)) {
            section.command(lines.next());
        }
        while (isRoute(lines, 0)) {
            int line = lines.number();
            String[] joined = JOINT.split(lines.next(), -1);
            boolean isAnswer = section.answers
                    || (joined.length > 1 && joined[1].startsWith("cache"))
                    || CACHE.matcher(lines.peek()).matches();
            List<IpRouteWords> hops = new ArrayList<>();
            for (int i = 1; i < joined.length; i++) {
                IpRouteWords.ofNextHop(joined[i]).ifPresent(hops::add);
            }
            Optional<IpRouteWords> hop = IpRouteWords.ofNextHop(lines.peek());
            while (hop.isPresent()) {
                hops.add(hop.get());
                lines.next();
                hop = IpRouteWords.ofNextHop(lines.peek());
            }
            if (CACHE.matcher(lines.peek()).matches()) {
                lines.next();
            }
            IpRouteWords.ofRoute(joined[0]).ifPresent(route -> section.add(line, route, hops, isAnswer));
        }
    }

    /** The routes of one output; what one tells may help to read the next. */
    private static final class Section {
        private final ContextNotes notes;
        private Optional<String> table = Optional.empty();
        private boolean isSix;
        private boolean answers;

        Section(ContextNotes notes) {
            this.notes = notes;
        }

        void command(String line) {
            Matcher command = COMMAND.matcher(line);
            if (command.matches()) {
                isSix = command.group(1).contains("6");
                answers = command.group(2) != null;
                table = Optional.ofNullable(command.group(3))
                        .filter(name -> !name.equals("main") && !name.equals("all"));
            }
        }

        void add(int line, IpRouteWords route, List<IpRouteWords> hops, boolean isAnswer) {
            if (route.type().equals("local")) {
                Words.address(route.destination()).ifPresent(notes::own);
            }
            if (!route.destination().equals("default")) {
                isSix = route.destination().contains(":");
            }
            boolean isForUnicast = route.type().equals("unicast")
                    || route.discards()
                    || route.type().equals("throw");
            boolean answers = isAnswer
                    || route.has("uid")
                    || route.value("from").filter("::"::equals).isPresent();
            for (IpRouteWords hop : hops.isEmpty() ? List.of(route) : hops) {
                if (isForUnicast && !hop.has("dead")) {
                    add(line, route, hop, answers ? Store.ANSWER : Store.ACTIVE);
                }
            }
        }

        private void add(int line, IpRouteWords route, IpRouteWords hop, Store store) {
            Optional<IpPrefix> prefix = prefix(route, hop);
            if (prefix.isEmpty()) {
                notes.problem(line, "not a prefix: " + route.destination());
                return;
            }
            notes.add(new RouteEntry(
                    line,
                    prefix.get(),
                    target(route, hop),
                    hop.value("dev").or(() -> route.value("dev")),
                    route.value("src").flatMap(Words::address),
                    route.value("metric").map(Words::number).orElseGet(OptionalLong::empty),
                    store,
                    route.value("table").or(() -> table).map(TableName::of).filter(name -> !name.equals("main"))));
        }

        private static Target target(IpRouteWords route, IpRouteWords hop) {
            if (route.type().equals("throw")) {
                return new Target.NextRule();
            }
            if (route.discards()) {
                return new Target.Discard();
            }
            return hop.router().<Target>map(Target.Gateway::new).orElseGet(Target.OnLink::new);
        }

        /** What is called default tells its version by its router, by words that IPv6 alone has, or by its neighbors. */
        private Optional<IpPrefix> prefix(IpRouteWords route, IpRouteWords hop) {
            if (!route.destination().equals("default")) {
                return Words.prefix(route.destination());
            }
            Optional<IpAddress> router = hop.router();
            if (hop.has("inet6")
                    || route.has("scope")
                    || (router.isPresent() && router.get().version() == 4 && !hop.has("inet"))) {
                return Optional.of(IpPrefix.all(4));
            }
            boolean isDefaultSix =
                    isSix || router.isPresent() || route.has("pref") || route.has("error") || hop.has("inet");
            return Optional.of(IpPrefix.all(isDefaultSix ? 6 : 4));
        }
    }
}
