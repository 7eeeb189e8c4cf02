package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were cut, forged, mixed up, or are none. */
class DamagedContextFilesTest {
    private static final String RULE = "=".repeat(75) + "\n";
    private static final int HUGE = 200 << 20;

    @Test
    void saysWhereATableOfRoutesStops() {
        String text = new WindowsPrinter(WindowsLanguage.ENGLISH)
                .routePrint(new RandomTables(1).active4(), List.of(), List.of())
                .toString();
        String half = text.substring(0, text.indexOf(RULE + "Persistent"));
        int lines = (int) half.lines().count();
        assertThat(Reading.of(half).problems()).extracting(ContextProblem::line).containsExactly(lines);
        String cut = half.substring(0, half.length() - 25);
        assertThat(Reading.of(cut).problems()).extracting(ContextProblem::line).containsExactly(lines, lines - 1);
        assertThat(Reading.of(text).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  10.20.0.0   255.0.255.0   192.0.2.254   192.0.2.10   1",
                "  10.20.1.0   255.255.0.0   192.0.2.254   192.0.2.10   1",
                "  10.20.0.999   255.255.0.0   192.0.2.254   192.0.2.10   1",
                "  10.20.0.0   255.255.0.0   192.0.2.254   1\n  10.20.0.0   254.255.0.0   192.0.2.254   1",
                " 11    266 2001:db8::1/48   fe80::1",
                " 11    266 2001:db8::/129   fe80::1",
                "No       Manual    256  10.20.0.0/33   12  192.0.2.254",
                "No       Manual    256  10.20.1.0/16   12  192.0.2.254",
                """
                ifIndex DestinationPrefix NextHop     RouteMetric
                ------- ----------------- -------     -----------
                12      10.20.1.0/16      192.0.2.254           1""",
                """
                ifIndex DestinationPrefix NextHop     RouteMetric
                ------- ----------------- -------     -----------
                12      10.20.0.0/16      192.0.2""",
                "\"ifIndex\",\"DestinationPrefix\",\"NextHop\",\"RouteMetric\"\n\"12\",\"10.20.0.0/16\",\"192.0",
                "[{\"ifIndex\": 12, \"DestinationPrefix\": \"10.20.0.0/16\", \"NextHop\": \"192.0"
            })
    void saysWhichRouteCannotBe(String text) {
        ContextFile file = Reading.of(text + "\n");
        assertThat(file.problems()).extracting(ContextProblem::line).containsExactly((int)
                text.lines().count());
        assertThat(file.entries().routes()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void saysWhenAFileHoldsTwoMachinesByTheirNames() {
        RandomTables tables = new RandomTables(1);
        String first = new WindowsPrinter(WindowsLanguage.ENGLISH)
                .ipconfig("SRV1", tables.adapters())
                .toString();
        String second = new WindowsPrinter(WindowsLanguage.GERMAN)
                .ipconfig("SRV2", tables.adapters())
                .toString();
        List<ContextProblem> problems = Reading.of(first + second).problems();
        assertThat(problems).hasSize(1);
        int line = (int) first.lines().count() + 4;
        assertThat(problems.get(0).line()).isEqualTo(line);
        assertThat(problems.get(0).text()).contains("SRV2", "SRV1 at line 4", "two machines");
        assertThat(Reading.of(first + first.replace("SRV1", "srv1.example.test"))
                        .problems())
                .isEmpty();
    }

    @Test
    void saysWhenAFileHoldsTwoMachinesByTheirPromptsAndCards() {
        assertThat(Reading.of("root@gw1:~# ip route\nroot@gw2:~# ip route\n").problems())
                .containsExactly(new ContextProblem(
                        2, "the host is called gw2 here and gw1 at line 1: outputs of two machines in one file"));
        String routes = new WindowsPrinter(WindowsLanguage.ENGLISH)
                .routePrint(new RandomTables(1).active4(), List.of(), List.of())
                .toString();
        assertThat(Reading.of(routes + "\n" + routes).problems()).isEmpty();
        List<ContextProblem> problems = Reading.of(
                        routes + "\n" + routes.replace("00 0c 29 5e 10 0a", "00 0c 29 5e 20 0a"))
                .problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).text()).contains("00:0c:29:5e:20:0a", "at line 3");
    }

    @ParameterizedTest
    @EnumSource
    void takesBoundedMemoryForHugeFiles(Huge kind) throws IOException {
        long before = used();
        ContextFile file = ContextReader.read("huge", new Repeated(kind.start, kind.repeated, HUGE));
        assertThat(used() - before).isLessThan(1L << 30);
        assertThat(file.entries().routes()).hasSizeLessThanOrEqualTo(ContextNotes.MAX_KEPT);
        assertThat(file.problems()).hasSizeLessThanOrEqualTo(ContextNotes.MAX_PROBLEMS + 1);
    }

    /** What the lines of a huge file are. */
    enum Huge {
        ROUTES(RULE, "         10.0.0.0        255.0.0.0        192.0.2.1       192.0.2.10     10\n"),
        LINES_OF_A_MEGABYTE("", "10.0.0.0 ".repeat(1 << 17) + "\n"),
        ONE_LINE("", ". . : ");

        private final String start;
        private final String repeated;

        Huge(String start, String repeated) {
            this.start = start;
            this.repeated = repeated;
        }
    }

    @Test
    void readsNothingOutOfBinaryFiles() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            byte[] octets = new byte[random.nextInt(20_000)];
            new Random(i).nextBytes(octets);
            ContextFile file = Reading.of(octets);
            assertThat(file.entries().routes()).isEmpty();
            assertThat(file.entries().neighbors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ifIndex DestinationPrefix NextHop ",
                "\"DestinationPrefix\",\"NextHop\",",
                "{\"NextHop\":",
                "DestinationPrefix : NextHop : ",
                "Source Address : 10.0.0.0 (255.0.0.0) ",
                "---- ",
                "  1  2  3 a  ",
                "a@b:~",
                "No 1 10.0.0.0/8 ",
                "<>()",
                "\u00a0:"
            })
    void staysQuickOnLinesWithoutEnd(String repeated) {
        String line = repeated.repeat(1_000_000 / repeated.length());
        String shorter = repeated.repeat(4000 / repeated.length());
        StringBuilder text = new StringBuilder(line).append("\n");
        IntStream.range(0, 200).forEach(i -> text.append(shorter).append("\n"));
        assertThat(Reading.of(text.append(line).toString()).entries().routes()).isEmpty();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A text over and over, never in memory as a whole. */
    private static final class Repeated extends InputStream {
        private final byte[] start;
        private final byte[] repeated;
        private final int length;
        private int at;

        Repeated(String start, String repeated, int length) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            if (at == length) {
                return -1;
            }
            int octet = at < start.length ? start[at] : repeated[(at - start.length) % repeated.length];
            at++;
            return octet & 0xff;
        }

        @Override
        public int read(byte[] octets, int offset, int count) {
            if (at == length && count > 0) {
                return -1;
            }
            int read = Math.min(count, length - at);
            for (int i = 0; i < read; i++) {
                octets[offset + i] = (byte) read();
            }
            return read;
        }
    }
}
