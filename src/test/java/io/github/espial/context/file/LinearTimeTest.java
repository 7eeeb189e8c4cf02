package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Lines;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lines that patterns may take apart in many ways are read in time that grows as they do: as much text takes as long in
 * long lines as in short ones. Where it grew as the square of a line it would take sixteen times as long.
 */
class LinearTimeTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LONG = Lines.MAX_LENGTH - 1;
    private static final int SHORT = LONG / 16;
    private static final int LINES = 12;

    /** Far from 1, which is linear, and from 16, which is square: other work of the machine shows in the time. */
    private static final int MOST_TIMES = 8;

    /** What a comparison of times needs at least: below that all is well. */
    private static final long TOO_LITTLE_TO_COMPARE = 200_000_000;

    static Stream<Arguments> texts() {
        return Stream.of(
                        List.of("", ":", ""),
                        List.of("default via", " ", ""),
                        List.of("a:", " ", ""),
                        List.of("src A dst B", " ", ""),
                        List.of("Interface: 192.0.2.1 a", " ", ""),
                        List.of("1 1 ", ":", ""),
                        List.of("S ", ":", "x"),
                        List.of("a 1 ::/0", " ", ""),
                        List.of("No Manual 256 10.0.0.0/8 12 a", " ", "b"),
                        List.of("10.0.0.0 255.0.0.0 On", " ", ":"),
                        List.of("10.0.0.0 255.0.0.0 a", " a", ":"),
                        List.of("eth0 UP a", " ", "b"),
                        List.of("0: from all a", " ", "b"),
                        List.of("conn a\n a=", " ", "\""),
                        List.of("Name : a", " ", "b"),
                        List.of("a ", "\"b\" \"c\" #1:", ""),
                        List.of("child:  ", "a === ", ""),
                        List.of("ESTABLISHED 1, ", "1[, ", "x"),
                        List.of("ESTABLISHED 1, 1[a", "]...1[", "x"),
                        List.of("", "Genmask ", ""),
                        List.of("netsh interface ipv4 ", "show route ", ""),
                        List.of(" ", "scope=ifnet ", ""),
                        List.of("000 \"a\": ", "...", "a"),
                        List.of("000 \"a\": ", "...", "; b"),
                        List.of("10.0.0.0/8 (", " ", "a"),
                        List.of("10 ...00 0c 29 5e 10 0a ...a", " ", "b"),
                        List.of("replay=", "ip -a ", "b"))
                .map(parts -> Arguments.of(parts.get(0), parts.get(1), parts.get(2)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsLongLinesAsFastAsShortOnes(String start, String repeated, String end) {
        String longLines = lines(start, repeated, end, LONG, LINES);
        String shortLines = lines(start, repeated, end, SHORT, 16 * LINES);
        Reading.of(shortLines);
        long ofShort = nanoseconds(shortLines);
        long ofLong = nanoseconds(longLines);
        assertThat(ofLong).isLessThan(Math.max(MOST_TIMES * ofShort, TOO_LITTLE_TO_COMPARE));
    }

    private static String lines(String start, String repeated, String end, int length, int count) {
        String line =
                start + repeated.repeat((length - start.length() - end.length()) / repeated.length()) + end + "\n";
        return line.repeat(count);
    }

    /** Processor time of this thread. */
    private static long nanoseconds(String text) {
        long before = THREADS.getCurrentThreadCpuTime();
        Reading.of(text);
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
