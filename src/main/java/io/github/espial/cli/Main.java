package io.github.espial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The command line: finds the command, and turns its outcome into an exit status. */
public final class Main {
    private static final Command ANALYZE = new AnalyzeCommand();
    private static final List<Command> COMMANDS = List.of(
            ANALYZE,
            new BatchCommand(),
            new CompareCommand(),
            new ExtractCommand(),
            new WatchCommand(),
            new ScanCommand(),
            new ExplainCommand(),
            new AskCommand(),
            new McpCommand());

    private Main() {}

    /** All commands, in the order that they are shown. */
    static List<Command> commands() {
        return COMMANDS;
    }

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        handleDefects();
        System.exit(run(List.of(arguments), Terminal.ofProcess()).code());
    }

    /** Runs a command for another program; what it returns is what the process would exit with. */
    public static int status(List<String> arguments) {
        return run(arguments, Terminal.ofProcess()).code();
    }

    /** Left to itself, the JVM would end with 1 on a defect, which says that something was found. */
    static void handleDefects() {
        Thread.currentThread().setUncaughtExceptionHandler(new DefectHandler());
    }

    private static final class DefectHandler implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable defect) {
            defect.printStackTrace();
            System.exit(ExitStatus.UNREADABLE.code());
        }
    }

    static ExitStatus run(List<String> arguments, Terminal terminal) {
        try {
            return dispatch(arguments, terminal);
        } catch (UsageException e) {
            terminal.error(reason(e));
            return ExitStatus.USAGE;
        } catch (IOException e) {
            terminal.error(reason(e));
            return ExitStatus.UNREADABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            terminal.error("interrupted");
            return ExitStatus.UNREADABLE;
        } catch (OutOfMemoryError e) {
            terminal.error("not enough memory: give the JVM more, as with ESPIAL_OPTS=-Xmx4g");
            return ExitStatus.UNREADABLE;
        }
    }

    private static ExitStatus dispatch(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        if (arguments.isEmpty()) {
            throw new UsageException("no command; commands are " + names() + " (espial --help tells more)");
        }
        String first = arguments.get(0);
        if (asksForHelp(first)) {
            terminal.print(help());
            return ExitStatus.CLEAN;
        }
        if (first.equals("help")) {
            terminal.print(
                    arguments.size() == 1 ? help() : command(arguments.get(1)).help());
            return ExitStatus.CLEAN;
        }
        if (first.equals("--version") || first.equals("-V")) {
            terminal.print("espial " + Version.current() + "\n");
            return ExitStatus.CLEAN;
        }
        // A capture alone says what is wanted; a command comes before a file of the same name.
        boolean isBare = isInput(first) && !isCommand(first);
        Command command = isBare ? ANALYZE : command(first);
        List<String> rest = isBare ? arguments : arguments.subList(1, arguments.size());
        for (int i = 0; i < rest.size() && !rest.get(i).equals("--"); i++) {
            if (asksForHelp(rest.get(i))) {
                terminal.print(command.help());
                return ExitStatus.CLEAN;
            }
        }
        return command.run(rest, terminal);
    }

    private static boolean isInput(String word) {
        try {
            return word.equals("-") || (!word.isEmpty() && Files.exists(Path.of(word)));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isCommand(String word) {
        for (Command command : COMMANDS) {
            if (command.name().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static Command command(String word) throws UsageException {
        for (Command command : COMMANDS) {
            if (command.name().equals(word)) {
                return command;
            }
        }
        String what = word.startsWith("-") ? "option " + word : "command \"" + word + "\"";
        List<String> known = COMMANDS.stream().map(Command::name).toList();
        throw new UsageException("unknown " + what + NearestName.remark(word, known, "") + "; commands are " + names()
                + ", and an input alone is analyzed (espial --help tells more)");
    }

    private static boolean asksForHelp(String argument) {
        return argument.equals("--help") || argument.equals("-h");
    }

    private static String reason(Exception e) {
        return Objects.requireNonNullElseGet(e.getMessage(), e::toString);
    }

    /** What can be done, in lines. */
    static String help() {
        return COMMANDS.stream()
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

    private static String names() {
        return COMMANDS.stream().map(Command::name).collect(Collectors.joining(", "));
    }
}
