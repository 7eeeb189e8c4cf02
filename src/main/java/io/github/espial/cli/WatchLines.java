package io.github.espial.cli;

import io.github.espial.live.Happening;
import io.github.espial.live.HappeningLine;
import io.github.espial.live.Moment;
import io.github.espial.live.Watching;
import io.github.espial.report.Printable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Prints a line for everything that comes about, as text or JSON. */
final class WatchLines implements Watching.Listener {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Terminal terminal;
    private final boolean isJson;
    private final ZoneId zone;

    /** @param zone of the times in text */
    WatchLines(Terminal terminal, boolean isJson, ZoneId zone) {
        this.terminal = terminal;
        this.isJson = isJson;
        this.zone = zone;
    }

    @Override
    public void seen(Moment moment, List<Happening> happenings) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Happening happening : happenings) {
            lines.append(isJson ? HappeningLine.of(happening, moment) : text(happening, zone) + "\n");
        }
        if (lines.length() > 0) {
            terminal.print(lines.toString());
        }
    }

    /** {@code 14:02:11 ESP for 198.51.100.20 moved from 192.0.2.1 to 192.0.2.254}. */
    static String text(Happening happening, ZoneId zone) {
        String time = happening.nanos() == 0
                ? "--:--:--"
                : CLOCK.format(Instant.ofEpochSecond(
                                Math.floorDiv(happening.nanos(), NANOS_PER_SECOND),
                                Math.floorMod(happening.nanos(), NANOS_PER_SECOND))
                        .atZone(zone));
        return time + " " + Printable.of(happening.text());
    }
}
