package io.github.espial.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out standard output: results and nothing else
 * @param err standard error: progress, warnings and errors
 * @param outIsTerminal whether a person reads {@code out} as it comes
 * @param errIsTerminal whether a person reads {@code err} as it comes
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {
    /** The launcher tells here which streams are terminals, as Java cannot tell them apart. */
    private static final String PROPERTY = "espial.terminal";

    /** The terminal of this process. */
    static Terminal ofProcess() {
        Optional<String> told = Optional.ofNullable(System.getProperty(PROPERTY));
        boolean guess = isOneOfBoth();
        return new Terminal(
                System.in,
                System.out,
                System.err,
                told.map(streams -> streams.contains("out")).orElse(guess),
                told.map(streams -> streams.contains("err")).orElse(guess));
    }

    // From Java 22 on there is always a console object, and no way to ask it that Java 17 compiles.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isOneOfBoth() {
        return Runtime.version().feature() < 22 && System.console() != null;
    }

    /** Says what went wrong, in one line. */
    void error(String message) {
        err.println("espial: " + message);
    }
}
