package io.github.espial.cli;

import io.github.espial.mcp.desk.Desk;
import io.github.espial.mcp.desk.Roots;
import io.github.espial.mcp.serve.McpServing;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code espial mcp}: answers an assistant, by the Model Context Protocol. */
final class McpCommand implements Command {
    private static final Duration USUAL_TIME = Duration.ofMinutes(5);
    private static final Set<String> OF_ANALYZE = Set.of("redact", "threads", "max-time", "help");

    @Override
    public String name() {
        return "mcp";
    }

    @Override
    public String summary() {
        return "Answer an assistant, by the Model Context Protocol on standard input and output.";
    }

    @Override
    public String help() {
        return """
                usage: espial mcp --root FOLDER... [OPTION...]

                Serve the cases below folders to an assistant, by the Model Context Protocol on standard input and output.
                It reads only what lies below these folders, writes nothing, starts nothing, and shows no keys.

                      --root FOLDER        where captures and words of machines may be read (repeatable)
                      --redact [KEYFILE]   addresses, MACs and names replaced in every answer
                      --max-time SECONDS   when it is over, an analysis says what it did not come to (default 300)
                      --threads N          captures to read at the same time (default: processors)
                  -h, --help               this text

                Register it with a client as the command "espial" with the arguments "mcp", "--root" and a folder.
                """;
    }

    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        CommandLine line = AnalyzeOptions.commandLine(name(), options(), arguments);
        if (!line.getArgList().isEmpty()) {
            throw new UsageException("mcp takes no input, but folders: --root "
                    + line.getArgList().get(0));
        }
        List<Path> roots = new ArrayList<>();
        for (String root : AnalyzeOptions.values(line, "root")) {
            try {
                roots.add(Path.of(root));
            } catch (InvalidPathException e) {
                throw new UsageException("--root " + root + ": not a folder's name: " + e.getReason());
            }
        }
        if (roots.isEmpty()) {
            throw new UsageException("no folder to serve: give --root FOLDER (espial mcp --help tells more)");
        }
        Desk.Terms terms = new Desk.Terms(
                RedactOption.key(line),
                AnalyzeOptions.time(line).orElse(USUAL_TIME),
                AnalyzeOptions.threads(line),
                Version.current());
        terms.redaction().flatMap(RedactOption::remark).ifPresent(terminal::error);
        Desk desk = new Desk(new Roots(roots), terms);
        try {
            McpServing.serve(desk, terminal.in(), terminal.out(), terminal.err());
        } catch (NoClassDefFoundError e) {
            throw new UsageException(
                    "the protocol's jars (lib/mcp) are not on the class path: start it as bin/espial mcp");
        }
        return ExitStatus.CLEAN;
    }

    @Override
    public Options options() {
        Options options = new Options().addOption(AnalyzeOptions.valued(null, "root", "FOLDER", "where to read"));
        for (Option option : AnalyzeOptions.options().getOptions()) {
            if (OF_ANALYZE.contains(option.getLongOpt())) {
                options.addOption(option);
            }
        }
        return options;
    }
}
