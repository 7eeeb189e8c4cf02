package io.github.espial.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command line: finds the command, and turns its outcome into an exit status. */
public final class Main {
    private static final List<Command> COMMANDS = List.of(new AnalyzeCommand(), new ExplainCommand());

    private Main() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess();
        ExitStatus status = run(List.of(arguments), terminal);
        terminal.out().flush();
        System.exit(status.code());
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
        }
    }

    private static ExitStatus dispatch(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        if (arguments.isEmpty()) {
            throw new UsageException("no command; commands are " + names() + " (espial --help tells more)");
        }
        String first = arguments.get(0);
        if (first.equals("--help") || first.equals("-h")) {
            help(terminal);
            return ExitStatus.CLEAN;
        }
        if (first.equals("--version")) {
            terminal.out().println("espial " + Version.current());
            return ExitStatus.CLEAN;
        }
        Optional<Command> command =
                COMMANDS.stream().filter(one -> one.name().equals(first)).findFirst();
        if (command.isEmpty()) {
            throw new UsageException(
                    "unknown command \"" + first + "\"; commands are " + names() + " (espial --help tells more)");
        }
        return command.get().run(arguments.subList(1, arguments.size()), terminal);
    }

    private static String reason(Exception e) {
        return Objects.requireNonNullElseGet(e.getMessage(), e::toString);
    }

    private static void help(Terminal terminal) {
        terminal.out()
                .println("Espial finds IPsec packets that left for the wrong next hop, proves it from captures, and");
        terminal.out().println("says which routes mend it.");
        terminal.out().println();
        for (Command command : COMMANDS) {
            terminal.out().printf("  espial %-8s %s%n", command.name(), command.summary());
        }
        terminal.out().println();
        terminal.out().println("espial COMMAND --help tells its options. Exit status: 0 analysed, no error found;");
        terminal.out()
                .println("1 analysed, an error found; 2 wrong command line; 3 unreadable input or unwritable output.");
    }

    private static String names() {
        return COMMANDS.stream().map(Command::name).collect(Collectors.joining(", "));
    }
}
