package io.github.espial.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All commands. Apart from {@link Main}, which can say what version this is without them. */
final class Commands {
    /** The one that is meant where none is named. */
    static final Command ANALYZE = new AnalyzeCommand();

    private static final List<Command> ALL = List.of(
            ANALYZE,
            new BatchCommand(),
            new CompareCommand(),
            new ExtractCommand(),
            new WatchCommand(),
            new ScanCommand(),
            new ExplainCommand(),
            new AskCommand(),
            new McpCommand());

    private Commands() {}

    /** All of them, in the order that they are shown. */
    static List<Command> all() {
        return ALL;
    }

    /** The one of a name, if there is one. */
    static Optional<Command> named(String name) {
        for (Command command : ALL) {
            if (command.name().equals(name)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /** Their names, for a message. */
    static String names() {
        return ALL.stream().map(Command::name).collect(Collectors.joining(", "));
    }

    /** What can be done, in lines. */
    static String help() {
        return ALL.stream()
                .map(command -> "  espial %-8s %s\n".formatted(command.name(), command.summary()))
                .collect(Collectors.joining("", """
                        Espial finds IPsec packets that left for the wrong next hop, proves it from captures, and
                        says which routes mend it.

                          espial case.pcap

                        """, """

                        espial COMMAND --help tells its options. Exit status: 0 analysed, no error found;
                        1 analysed, an error found; 2 wrong command line; 3 unreadable input or unwritable output;
                        4 a comparison cannot tell.
                        """));
    }
}
