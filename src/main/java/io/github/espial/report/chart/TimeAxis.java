package io.github.espial.report.chart;

import io.github.espial.report.words.FigureWords;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.TickUnits;

/** An axis of UTC times in milliseconds since the epoch, written as RFC 3339 writes them. */
final class TimeAxis {
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private TimeAxis() {}

    static DateAxis from(double firstMillis, double lastMillis) {
        DateAxis axis = new DateAxis(label(firstMillis, lastMillis), UTC, Locale.ROOT);
        axis.setStandardTickUnits(units());
        axis.setRange(firstMillis, lastMillis);
        return axis;
    }

    /** The dates, which ticks of a short span leave out. */
    private static String label(double firstMillis, double lastMillis) {
        LocalDate first = date(firstMillis);
        LocalDate last = date(lastMillis);
        return FigureWords.time(first.toString(), last.toString());
    }

    private static LocalDate date(double millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli((long) millis), ZoneOffset.UTC);
    }

    private static TickUnitSource units() {
        TickUnits units = new TickUnits();
        add(units, DateTickUnitType.MILLISECOND, "HH:mm:ss.SSS", 1, 2, 5, 10, 20, 50, 100, 200, 500);
        add(units, DateTickUnitType.SECOND, "HH:mm:ss", 1, 2, 5, 10, 20, 30);
        add(units, DateTickUnitType.MINUTE, "HH:mm", 1, 2, 5, 10, 20, 30);
        add(units, DateTickUnitType.HOUR, "MM-dd HH:mm", 1, 2, 4, 6, 12);
        add(units, DateTickUnitType.DAY, "yyyy-MM-dd", 1, 2, 7, 14);
        add(units, DateTickUnitType.MONTH, "yyyy-MM", 1, 2, 3, 6);
        add(units, DateTickUnitType.YEAR, "yyyy", 1, 2, 5, 10, 20, 50, 100);
        return units;
    }

    private static void add(TickUnits units, DateTickUnitType type, String pattern, int... multiples) {
        DateFormat format = new SimpleDateFormat(pattern, Locale.ROOT);
        format.setTimeZone(UTC);
        for (int multiple : multiples) {
            units.add(new DateTickUnit(type, multiple, format));
        }
    }
}
