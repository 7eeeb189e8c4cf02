package io.github.espial.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.correlate.InnerNetwork;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.diagnose.check.CleartextLeak;
import io.github.espial.infer.Statements;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.report.json.JsonReport;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextReport;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four times as many distinct things of any kind are judged and reported in some four times the processor time: not in
 * sixteen times, as where all are held against all. The long form is {@code testdata/bench/distinct.sh}.
 */
class ProportionTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FEW = 500;
    private static final int MANY = 4 * FEW;

    /** Held against as many networks, these would take ten seconds. */
    private static final int MANY_LEAKS = 1 << 16;

    /** Far from 4, which is in proportion, and from 16: other work of the machine shows in the time. */
    private static final int MOST_TIMES = 10;

    /** What a comparison of times needs at least: below that all is well. */
    private static final long TOO_LITTLE_TO_COMPARE = 1_000_000_000;

    @ParameterizedTest
    @EnumSource
    void costsInProportion(Distinct kind) throws IOException, InterruptedException {
        CaseScan few = scan(kind, FEW);
        CaseScan many = scan(kind, MANY);
        nanoseconds(few);
        long ofFew = nanoseconds(few);
        long ofMany = nanoseconds(many);
        assertThat(ofMany).isLessThan(Math.max(MOST_TIMES * ofFew, TOO_LITTLE_TO_COMPARE));
    }

    /** Packets in the clear are not held against all networks that tunnels are for, one by one. */
    @Test
    void holdsLeaksAgainstNetworksInProportion() throws IOException, InterruptedException {
        CaseScan few = scan(Distinct.NETWORKS, MANY_LEAKS / 4);
        CaseScan many = scan(Distinct.NETWORKS, MANY_LEAKS);
        nanosecondsOfLeaks(few, MANY_LEAKS / 4);
        long ofFew = nanosecondsOfLeaks(few, MANY_LEAKS / 4);
        long ofMany = nanosecondsOfLeaks(many, MANY_LEAKS);
        assertThat(ofMany).isLessThan(Math.max(MOST_TIMES * ofFew, TOO_LITTLE_TO_COMPARE));
    }

    private static long nanosecondsOfLeaks(CaseScan scan, int networks) {
        IpPrefix inside = IpPrefix.parse("10.1.0.50/32");
        List<InnerNetwork> all = IntStream.range(0, networks)
                .mapToObj(i -> new InnerNetwork(
                        IpAddress.parse("198.51.100.20"),
                        Optional.empty(),
                        inside,
                        IpPrefix.holding(IpAddress.ofIpv4(0x20000000 + (i << 4)), 28)))
                .toList();
        TunnelContents tunnels = new TunnelContents(List.of(), List.of(), all, List.of());
        long before = THREADS.getCurrentThreadCpuTime();
        CaseReport report = Diagnosis.of(scan, tunnels, Statements.NONE, List.of(new CleartextLeak()));
        assertThat(report.findings())
                .singleElement()
                .satisfies(leak ->
                        assertThat(leak.extent().orElseThrow().span().frames()).isEqualTo(networks));
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private static CaseScan scan(Distinct kind, int count) throws IOException, InterruptedException {
        PcapBuilder file = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        long millis = 0;
        for (int i = 0; i < count; i++) {
            for (FrameBuilder frame : kind.frames(i)) {
                file.frame(millis / 1000, millis % 1000 * 1000, frame.octets());
                millis++;
            }
        }
        CaptureSource source = new CaptureSource.OfStream(new ByteArrayInputStream(file.toOctets()), "many.pcap");
        return CaseScan.of(List.of(source), Reading.USUAL);
    }

    /** Processor time of this thread. */
    private static long nanoseconds(CaseScan scan) throws IOException {
        long before = THREADS.getCurrentThreadCpuTime();
        CaseReport report = Diagnosis.of(scan, Statements.NONE, Checks.all());
        new JsonReport("test").write(report, OutputStream.nullOutputStream());
        new TextReport(Palette.plain()).write(report, OutputStream.nullOutputStream());
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
