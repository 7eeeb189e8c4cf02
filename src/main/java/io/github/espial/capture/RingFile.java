package io.github.espial.capture;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of a ring buffer that {@code dumpcap -b} wrote, as {@code name_00001_20260101120000.pcapng}; since Wireshark 4.2
 * also as {@code name_20260101120000_00001.pcapng}.
 *
 * @param ring what all files of one ring have in common: the folder or archive as it is named, and the stem
 * @param time when it was begun, 14 digits: local time, which orders all the same
 * @param number which file of the ring it was; counts from 1, and from 0 again after 99,999
 */
public record RingFile(String ring, String time, String number) implements Comparable<RingFile> {
    private static final Pattern NUMBER_FIRST = Pattern.compile("(.*)_(\\d{5})_(\\d{14})(\\.[^/]*)?", Pattern.DOTALL);
    private static final Pattern TIME_FIRST = Pattern.compile("(.*)_(\\d{14})_(\\d{5})(\\.[^/]*)?", Pattern.DOTALL);
    private static final Comparator<RingFile> ORDER =
            Comparator.comparing(RingFile::ring).thenComparing(RingFile::time).thenComparing(RingFile::number);

    /** What a file of this name, with its folder, is by its name; empty for one of no ring. */
    public static Optional<RingFile> of(String name) {
        Matcher numberFirst = NUMBER_FIRST.matcher(name);
        if (numberFirst.matches()) {
            return Optional.of(new RingFile(numberFirst.group(1), numberFirst.group(3), numberFirst.group(2)));
        }
        Matcher timeFirst = TIME_FIRST.matcher(name);
        return timeFirst.matches()
                ? Optional.of(new RingFile(timeFirst.group(1), timeFirst.group(2), timeFirst.group(3)))
                : Optional.empty();
    }

    @Override
    public int compareTo(RingFile other) {
        return ORDER.compare(this, other);
    }
}
