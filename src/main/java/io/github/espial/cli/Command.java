package io.github.espial.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.Options;

/** One verb of the command line. */
interface Command {
    String name();

    /** What it does, in one line. */
    String summary();

    /** Usage and options, in lines. */
    String help();

    /** The options that it takes, for shells and manuals; that of a help is understood. */
    Options options();

    /** What its first word may be, where that is no file. */
    default List<String> firstWords() {
        return List.of();
    }

    /**
     * Does it.
     *
     * @param arguments what follows the verb
     * @throws UsageException when these are wrong
     * @throws IOException when an input cannot be read at all, or an output cannot be written
     */
    ExitStatus run(List<String> arguments, Terminal terminal) throws UsageException, IOException, InterruptedException;
}
