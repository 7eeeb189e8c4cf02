package io.github.espial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The command line: finds the command, and turns its outcome into an exit status. */
public final class Main {
    private Main() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        Ending.handleDefects();
        Ending.with(run(List.of(arguments), Terminal.ofProcess()));
    }

    /** Runs a command for another program; what it returns is what the process would exit with. */
    public static int status(List<String> arguments) {
        return run(arguments, Terminal.ofProcess()).code();
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
            throw new UsageException("no command; commands are " + Commands.names() + " (espial --help tells more)");
        }
        String first = arguments.get(0);
        if (first.equals("--version") || first.equals("-V")) {
            terminal.print("espial " + Version.current() + "\n");
            return ExitStatus.CLEAN;
        }
        if (asksForHelp(first)) {
            terminal.print(Commands.help());
            return ExitStatus.CLEAN;
        }
        if (first.equals("help")) {
            terminal.print(
                    arguments.size() == 1
                            ? Commands.help()
                            : command(arguments.get(1)).help());
            return ExitStatus.CLEAN;
        }
        // A capture alone says what is wanted; a command comes before a file of the same name.
        boolean isBare = isInput(first) && Commands.named(first).isEmpty();
        Command command = isBare ? Commands.ANALYZE : command(first);
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

    private static Command command(String word) throws UsageException {
        return Commands.named(word).orElseThrow(() -> unknown(word));
    }

    private static UsageException unknown(String word) {
        String what = word.startsWith("-") ? "option " + word : "command \"" + word + "\"";
        List<String> known = Commands.all().stream().map(Command::name).toList();
        return new UsageException("unknown " + what + NearestName.remark(word, known, "") + "; commands are "
                + Commands.names() + ", and an input alone is analyzed (espial --help tells more)");
    }

    private static boolean asksForHelp(String argument) {
        return argument.equals("--help") || argument.equals("-h");
    }

    private static String reason(Exception e) {
        return Objects.requireNonNullElseGet(e.getMessage(), e::toString);
    }
}
