package io.github.espial.cli;

import io.github.espial.capture.CaptureSummary;
import io.github.espial.compare.PeerWays;
import io.github.espial.compare.Routing;
import io.github.espial.live.Happening;
import io.github.espial.live.Moment;
import io.github.espial.live.Watching;
import io.github.espial.report.Printable;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.Tone;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Shows on a terminal, in place, how things stand: the verdict and since when, which next hops each peer's packets take and
 * how often, and what came about last. Only what every terminal knows is used (ECMA-48).
 */
final class WatchScreen implements Watching.Listener {
    /** Lines of the smallest terminal that anybody uses. */
    private static final int LINES = 24;

    /** Of what came about, at the least. */
    private static final int LEAST_EVENTS = 5;

    private static final int SENTENCE_LINES = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    private static final String CLEAR = "\u001b[2J";
    private static final String HOME = "\u001b[H";
    private static final String END_OF_LINE = "\u001b[K\n";
    private static final String CLEAR_BELOW = "\u001b[J";

    /** Lines too long for the terminal, whose width may change, are cut and do not move those below. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";
    private static final String PEER = "%-17s %-38s %-14s %10s %9s";

    private final Terminal terminal;
    private final String what;
    private final Palette palette;
    private final ZoneId zone;
    private final LongSupplier nanos;
    private final Deque<String> events = new ArrayDeque<>();
    private Map<String, Long> counted = new HashMap<>();
    private long drawn;
    private String since = "";
    private boolean isBegun;

    /**
     * @param what is watched
     * @param zone of the times
     * @param nanos a clock of nanoseconds from any origin
     */
    WatchScreen(Terminal terminal, String what, Palette palette, ZoneId zone, LongSupplier nanos) {
        this.terminal = terminal;
        this.what = what;
        this.palette = palette;
        this.zone = zone;
        this.nanos = nanos;
        this.drawn = nanos.getAsLong();
    }

    /** Takes a line to be shown among what came about, from any thread. */
    synchronized void note(String line) {
        events.add(Printable.of(line));
    }

    @Override
    public synchronized void seen(Moment moment, List<Happening> happenings) throws IOException {
        for (Happening happening : happenings) {
            String text = WatchLines.text(happening, zone);
            if (happening.kind() == Happening.Kind.VERDICT) {
                since = text.substring(0, text.indexOf(' '));
            }
            events.add(text);
        }
        List<String> lines = new ArrayList<>(head(moment));
        lines.addAll(peers(moment));
        lines.add("");
        int room = Math.max(LEAST_EVENTS, LINES - 1 - lines.size());
        while (events.size() > room) {
            events.removeFirst();
        }
        lines.addAll(events);
        draw(lines);
    }

    private List<String> head(Moment moment) {
        CaptureSummary capture = moment.capture();
        String lost = capture.dropped().orElse(0) == 0
                ? "none lost"
                : palette.paint(Tone.DOUBTFUL, capture.dropped().getAsLong() + " lost");
        List<String> lines = new ArrayList<>();
        lines.add("espial watch  " + Printable.of(what) + "  " + capture.frames() + " frames, " + lost);
        lines.add("");
        Tone tone = moment.isMended() ? Tone.GOOD : Tone.of(moment.report().verdict());
        lines.add(palette.paint(tone, moment.standing().toUpperCase(Locale.ROOT)) + "  since " + since);
        String rest = Printable.of(moment.report().judgment().sentence());
        for (int line = 0; line < SENTENCE_LINES && !rest.isEmpty(); line++) {
            int end = rest.length() <= terminal.columns() ? rest.length() : rest.lastIndexOf(' ', terminal.columns());
            end = end <= 0 ? rest.length() : end;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add("");
        return lines;
    }

    private List<String> peers(Moment moment) {
        double seconds = Math.max(1, nanos.getAsLong() - drawn) / NANOS_PER_SECOND;
        drawn = nanos.getAsLong();
        Map<String, Long> now = new HashMap<>();
        List<String> lines = new ArrayList<>();
        lines.add(
                palette.paint(Tone.HEADING, PEER.formatted("peer", "ESP handed to", "which is", "frames", "a second")));
        for (PeerWays ways : moment.ways()) {
            String name = ways.peer().toString();
            for (PeerWays.Hop hop : ways.hops()) {
                String station = hop.station().toString();
                String row = PEER.formatted(
                        name,
                        station,
                        hop.routing(),
                        hop.frames(),
                        rate(ways.peer() + station, hop.frames(), seconds, now));
                lines.add(palette.paint(tone(hop.routing()), row));
                name = "";
            }
            lines.add(PEER.formatted(
                    name, "answers", "", ways.answers(), rate(ways.peer() + "", ways.answers(), seconds, now)));
        }
        counted = now;
        int room = LINES - LEAST_EVENTS - SENTENCE_LINES - 6;
        if (lines.size() <= room) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, room - 1));
        some.add("and " + (lines.size() - some.size()) + " more lines, which reports have");
        return some;
    }

    private String rate(String key, long frames, double seconds, Map<String, Long> now) {
        now.put(key, frames);
        long before = counted.getOrDefault(key, 0L);
        return String.format(Locale.ROOT, "%.0f", Math.max(0, frames - before) / seconds);
    }

    private static Tone tone(Routing routing) {
        return routing.isWrong() ? Tone.BAD : routing == Routing.PROPER ? Tone.GOOD : Tone.PLAIN;
    }

    private void draw(List<String> lines) throws IOException {
        StringBuilder screen = new StringBuilder(NO_WRAP);
        if (!isBegun) {
            screen.append(CLEAR);
            isBegun = true;
        }
        screen.append(HOME);
        lines.forEach(line -> screen.append(line).append(END_OF_LINE));
        terminal.print(screen.append(CLEAR_BELOW).append(WRAP).toString());
    }
}
