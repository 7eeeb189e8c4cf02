package io.github.espial.live;

import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import io.github.espial.diagnose.ask.Questionnaire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** This machine, asked by the read-only commands of {@code espial ask}. */
public final class AskedMachine {
    private static final List<String> TOPICS = List.of("routes", "addresses", "neighbors", "tunnels", "counters");

    /** None of the commands takes longer on a machine that is well. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More than any table has that a person looks at. */
    private static final int MOST_OCTETS = 1 << 24;

    private static final boolean IS_WINDOWS = system().startsWith("windows");

    private final Questionnaire questions;

    public AskedMachine(Questionnaire questions) {
        this.questions = questions;
    }

    /** The one that this program runs on; empty where no commands are known for its system. */
    public static Optional<AskedMachine> thisOne() {
        String system = system();
        String platform = system.startsWith("mac") ? "macos" : IS_WINDOWS ? "windows" : system;
        return Questionnaire.named(platform).map(AskedMachine::new);
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    /**
     * Runs the commands. What a command that is not there, or takes too long, would have said is missing.
     *
     * @throws IOException when no shell can be started
     */
    public ContextFile words() throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        for (String topic : TOPICS) {
            for (String command : questions.commands(topic)) {
                byte[] output = run(command);
                if (output.length > 0) {
                    said.writeBytes(("$ " + command + "\n").getBytes(StandardCharsets.UTF_8));
                    said.writeBytes(output);
                    said.write('\n');
                }
            }
        }
        return ContextReader.read("this machine", new ByteArrayInputStream(said.toByteArray()));
    }

    private static byte[] run(String command) throws IOException, InterruptedException {
        List<String> shell = new ArrayList<>(IS_WINDOWS ? List.of("cmd", "/c") : List.of("/bin/sh", "-c"));
        shell.add(command);
        Process process = new ProcessBuilder(shell)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            ProcessEnd end = new ProcessEnd(process);
            end.start();
            try (InputStream output = process.getInputStream()) {
                return output.readNBytes(MOST_OCTETS);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** Ends a process whose time is up: its output ends with it. */
    private static final class ProcessEnd extends Thread {
        private final Process process;

        ProcessEnd(Process process) {
            super("patience");
            this.process = process;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                if (!process.waitFor(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                    // What the shell has started would keep its output open.
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
