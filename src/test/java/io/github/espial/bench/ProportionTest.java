package io.github.espial.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.infer.Statements;
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
