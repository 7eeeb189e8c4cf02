package io.github.espial.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command line: finds the command, and turns its outcome into an exit status. */
public final class Main {
    private static final List<Command> COMMANDS =
            List.of(new AnalyzeCommand(), new BatchCommand(), new CompareCommand(), new ExplainCommand());

    private Main() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        // Left to itself, the JVM would end with 1 on a defect, which says that something was found.
        Thread.currentThread().setUncaughtExceptionHandler((thread, defect) -> {
            defect.printStackTrace();
            System.exit(ExitStatus.UNREADABLE.code());
        });
        System.exit(run(List.of(arguments), Terminal.ofProcess()).code());
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
        if (first.equals("--version")) {
            terminal.print("espial " + Version.current() + "\n");
            return ExitStatus.CLEAN;
        }
        Optional<Command> command =
                COMMANDS.stream().filter(one -> one.name().equals(first)).findFirst();
        if (command.isEmpty()) {
            String what = first.startsWith("-") ? "option " + first : "command \"" + first + "\"";
            throw new UsageException("unknown " + what + "; commands are " + names() + " (espial --help tells more)");
        }
        List<String> rest = arguments.subList(1, arguments.size());
        if (rest.stream().takeWhile(argument -> !argument.equals("--")).anyMatch(Main::asksForHelp)) {
            terminal.print(command.get().help());
            return ExitStatus.CLEAN;
        }
        return command.get().run(rest, terminal);
    }

    private static boolean asksForHelp(String argument) {
        return argument.equals("--help") || argument.equals("-h");
    }

    private static String reason(Exception e) {
        return Objects.requireNonNullElseGet(e.getMessage(), e::toString);
    }

    private static String help() {
        return COMMANDS.stream()
                .map(command -> "  espial %-8s %s\n".formatted(command.name(), command.summary()))
                .collect(Collectors.joining("", """
                        Espial finds IPsec packets that left for the wrong next hop, proves it from captures, and
                        says which routes mend it.

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
