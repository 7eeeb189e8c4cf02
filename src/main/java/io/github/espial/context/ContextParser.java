package io.github.espial.context;

import java.io.IOException;

/** Reads one kind of output: one command's, or one form of key file. Stateless: one parser serves many files. */
public interface ContextParser {
    /** What the output is called, such as {@code ip route}. */
    String kind();

    Platform platform();

    default Program program() {
        return Program.OTHER;
    }

    /** Whether such an output begins at the line that {@code lines} stands at; leaves {@code lines} there. */
    boolean recognises(Lines lines) throws IOException;

    /**
     * Reads what was recognised, at least one line, and leaves {@code lines} at the first that is no longer of it.
     * What is wrong with a line becomes a problem, and reading goes on. A parser that fails or takes none loses that
     * line: whoever calls it says so, and reads on after it.
     */
    void parse(Lines lines, ContextNotes notes) throws IOException;
}
