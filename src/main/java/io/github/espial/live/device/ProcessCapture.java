package io.github.espial.live.device;

import io.github.espial.live.LiveSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Captures by {@code dumpcap} or {@code tcpdump}, where libpcap is missing or they alone have the privilege. */
public final class ProcessCapture implements LiveSource {
    private static final int KIBI = 1024;

    private final String program;
    private final Process process;
    private final Thread complaints;
    private volatile String complaint = "";
    private volatile boolean isClosed;

    private ProcessCapture(String program, Process process) {
        this.program = program;
        this.process = process;
        this.complaints = new Thread(this::listen, "complaints of " + program);
        complaints.setDaemon(true);
        complaints.start();
    }

    /**
     * Starts the program.
     *
     * @param program its name, or the path to it
     * @throws IOException where it cannot be started; the message is one line
     */
    public static ProcessCapture begin(String program, DeviceSettings settings) throws IOException {
        try {
            return new ProcessCapture(program, new ProcessBuilder(command(program, settings)).start());
        } catch (IOException e) {
            throw new IOException(program + ": cannot be started: is it installed, and on the path?", e);
        }
    }

    /** Whether a program, by its name or path, captures on several interfaces at the same time. */
    public static boolean capturesOnSeveral(String program) {
        return !nameOf(program).equals("tcpdump");
    }

    /** Whether it is known how to call a program. */
    public static boolean isKnown(String program) {
        return nameOf(program).equals("dumpcap") || nameOf(program).equals("tcpdump");
    }

    static List<String> command(String program, DeviceSettings settings) {
        boolean isDumpcap = capturesOnSeveral(program);
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(isDumpcap ? List.of("-q") : List.of("-U", "-n"));
        // dumpcap's options hold for the interfaces after them.
        if (!settings.isPromiscuous()) {
            command.add("-p");
        }
        command.addAll(List.of("-s", Integer.toString(settings.snapLength())));
        int buffer = isDumpcap ? settings.bufferOctets() / KIBI / KIBI : settings.bufferOctets() / KIBI;
        command.addAll(List.of("-B", Integer.toString(Math.max(1, buffer))));
        if (isDumpcap && settings.filter().isPresent()) {
            command.addAll(List.of("-f", settings.filter().get()));
        }
        for (String name : settings.names()) {
            command.addAll(List.of("-i", name));
        }
        command.addAll(List.of("-w", "-"));
        if (!isDumpcap && settings.filter().isPresent()) {
            command.add(settings.filter().get());
        }
        return command;
    }

    private static String nameOf(String program) {
        String name = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        return name.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
    }

    private void listen() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    complaint = line.strip();
                }
            }
        } catch (IOException e) {
            // The process has ended, with or without a word.
            return;
        }
    }

    @Override
    public InputStream octets() {
        return process.getInputStream();
    }

    /** Where it ended by itself with a fault, what it said last. */
    @Override
    public void throwIfFailed() throws IOException {
        if (isClosed) {
            return;
        }
        try {
            int status = process.waitFor();
            complaints.join();
            if (status != 0) {
                throw new IOException(program + ": ended with status " + status + ": " + complaint);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + ": interrupted", e);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        process.destroy();
    }
}
