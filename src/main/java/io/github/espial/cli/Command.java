package io.github.espial.cli;

import java.io.IOException;
import java.util.List;

/** One verb of the command line. */
interface Command {
    String name();

    /** What it does, in one line. */
    String summary();

    /** Usage and options, in lines. */
    String help();

    /**
     * Does it.
     *
     * @param arguments what follows the verb
     * @throws UsageException when these are wrong
     * @throws IOException when an input cannot be read at all, or an output cannot be written
     */
    ExitStatus run(List<String> arguments, Terminal terminal) throws UsageException, IOException, InterruptedException;
}
