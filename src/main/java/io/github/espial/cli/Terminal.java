package io.github.espial.cli;

import io.github.espial.report.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out standard output: results and nothing else
 * @param err standard error: progress, warnings and errors
 * @param outIsTerminal whether a person reads {@code out} as it comes
 * @param errIsTerminal whether a person reads {@code err} as it comes
 * @param allowsColor whether the environment has nothing against colors
 * @param columns width of lines that suits {@code out}
 */
record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        boolean allowsColor,
        int columns) {
    /** The launcher tells here which streams are terminals, as Java cannot tell them apart. */
    private static final String PROPERTY = "espial.terminal";

    /** The launcher tells here how wide it is. */
    private static final String WIDTH_PROPERTY = "espial.columns";

    /** Where nobody tells. */
    private static final int USUAL_COLUMNS = 100;

    /** Writes a result. */
    @FunctionalInterface
    interface Result {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The terminal of this process. */
    static Terminal ofProcess() {
        Optional<String> told = Optional.ofNullable(System.getProperty(PROPERTY));
        boolean guess = isOneOfBoth();
        return new Terminal(
                System.in,
                // Not System.out, which keeps its failures to itself.
                new FileOutputStream(FileDescriptor.out),
                System.err,
                told.isPresent() ? told.get().contains("out") : guess,
                told.isPresent() ? told.get().contains("err") : guess,
                isUnset("NO_COLOR") && !"dumb".equals(System.getenv("TERM")),
                Integer.getInteger(WIDTH_PROPERTY, USUAL_COLUMNS));
    }

    /** Writes a text to standard output, in UTF-8. */
    void print(String text) throws IOException {
        print(stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes a result to standard output. When its reader has gone, as {@code head} does, the rest is left out.
     *
     * @throws IOException when it cannot be written for another reason, which the message tells
     */
    void print(Result result) throws IOException {
        try {
            result.writeTo(out);
            out.flush();
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.contains("Broken pipe")) {
                throw new IOException("standard output: cannot be written: " + reason, e);
            }
        }
    }

    /** Says what went wrong, in one line. */
    void error(String message) {
        err.println("espial: " + Printable.of(message));
    }

    // From Java 22 on there is always a console object, and no way to ask it that Java 17 compiles.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isOneOfBoth() {
        return Runtime.version().feature() < 22 && System.console() != null;
    }

    /** An empty value counts as none (no-color.org). */
    private static boolean isUnset(String variable) {
        return Optional.ofNullable(System.getenv(variable)).orElse("").isEmpty();
    }
}
