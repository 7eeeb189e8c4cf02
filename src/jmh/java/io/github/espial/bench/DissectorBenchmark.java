package io.github.espial.bench;

import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.UdpPairs;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Nanoseconds that it takes to read one frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DissectorBenchmark {
    /** Share of ESP; the rest is TCP. */
    @Param({"0", "70", "100"})
    private int espPercent;

    private final Dissector dissector = new Dissector(new UdpPairs());
    private Frame[] frames = {};

    @Setup
    public void prepare() {
        frames = PreparedFrames.of(Workload.IMIX.withEspPercent(espPercent));
    }

    @Benchmark
    @OperationsPerInvocation(PreparedFrames.COUNT)
    public void dissect(Blackhole blackhole) {
        for (Frame frame : frames) {
            blackhole.consume(dissector.dissect(frame));
        }
    }
}
