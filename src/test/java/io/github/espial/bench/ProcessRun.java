package io.github.espial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end.
 *
 * @param status what it exited with
 * @param nanos wall time from start to end
 * @param processorNanos time of all processors, as far as it was seen: up to one poll before the end; 0 where it is not known
 * @param peakKibi most memory that was resident, in KiB, as Linux counts it (VmHWM); 0 elsewhere
 */
record ProcessRun(int status, long nanos, long processorNanos, long peakKibi) {
    private static final int POLL_MILLIS = 5;
    private static final String PEAK = "VmHWM:";

    /** Runs a command with its outputs discarded. */
    static ProcessRun of(List<String> command) throws IOException, InterruptedException {
        return of(command, ProcessBuilder.Redirect.DISCARD);
    }

    /** Runs a command with its standard output in {@code file}. */
    static ProcessRun of(List<String> command, Path file) throws IOException, InterruptedException {
        return of(command, ProcessBuilder.Redirect.to(file.toFile()));
    }

    private static ProcessRun of(List<String> command, ProcessBuilder.Redirect output)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peak = 0;
        long used = 0;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(status));
            used = Math.max(
                    used,
                    process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L));
        }
        return new ProcessRun(process.exitValue(), System.nanoTime() - begun, used, peak);
    }

    /** This run or {@code other}, whichever took less time, with the less of processor time and the more of memory. */
    ProcessRun orFaster(ProcessRun other) {
        ProcessRun faster = other.nanos < nanos ? other : this;
        return new ProcessRun(
                Math.max(status, other.status),
                faster.nanos,
                Math.min(processorNanos, other.processorNanos),
                Math.max(peakKibi, other.peakKibi));
    }

    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It has just ended, or there is no such file system.
            return 0;
        }
    }
}
