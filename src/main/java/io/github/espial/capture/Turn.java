package io.github.espial.capture;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that {@code dumpcap -b} wrote in its turn, as {@code name_00001_20260101120000.pcapng}; since Wireshark 4.2 also
 * as {@code name_20260101120000_00001.pcapng}.
 *
 * @param stream what all turns of one capture have in common: the folder or archive as it is named, and the stem
 * @param time when it was begun, 14 digits: local time, which orders all the same
 * @param number which turn it was; counts from 1, and from 0 again after 99,999
 */
public record Turn(String stream, String time, String number) implements Comparable<Turn> {
    private static final Pattern NUMBER_FIRST = Pattern.compile("(.*)_(\\d{5})_(\\d{14})(\\.[^/]*)?", Pattern.DOTALL);
    private static final Pattern TIME_FIRST = Pattern.compile("(.*)_(\\d{14})_(\\d{5})(\\.[^/]*)?", Pattern.DOTALL);
    private static final Comparator<Turn> ORDER =
            Comparator.comparing(Turn::stream).thenComparing(Turn::time).thenComparing(Turn::number);

    /** The turn that a file of this name, with its folder, is by its name; empty for any other file. */
    public static Optional<Turn> of(String name) {
        Matcher numberFirst = NUMBER_FIRST.matcher(name);
        if (numberFirst.matches()) {
            return Optional.of(new Turn(numberFirst.group(1), numberFirst.group(3), numberFirst.group(2)));
        }
        Matcher timeFirst = TIME_FIRST.matcher(name);
        return timeFirst.matches()
                ? Optional.of(new Turn(timeFirst.group(1), timeFirst.group(2), timeFirst.group(3)))
                : Optional.empty();
    }

    @Override
    public int compareTo(Turn other) {
        return ORDER.compare(this, other);
    }
}
