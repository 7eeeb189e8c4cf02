package io.github.espial.bench;

import io.github.espial.capture.Frame;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.Observer;
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

/** Nanoseconds that it takes to read one frame and to fold it into the tables. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ObserverBenchmark {
    /** SAs that take turns: 4 stay in the fastest cache, with the most nearly every frame is the first of its SA. */
    @Param({"4", "100", "4000"})
    private int spis;

    private Frame[] frames = {};

    @Setup
    public void prepare() {
        frames = PreparedFrames.of(Workload.IMIX.withSpis(spis));
    }

    @Benchmark
    @OperationsPerInvocation(PreparedFrames.COUNT)
    public Observations observe() {
        Observer observer = new Observer(0, new UdpPairs());
        for (Frame frame : frames) {
            observer.frame(frame);
        }
        return observer.observations(frames.length);
    }
}
