package io.github.espial.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code espial watch}: the same analysis while the capture runs. */
final class WatchCommand implements Command {
    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String summary() {
        return "Watch a capture while it runs, on the failing server itself: which next hop ESP takes now.";
    }

    @Override
    public String help() {
        return WatchHelp.text();
    }

    @Override
    public Options options() {
        return WatchOptions.options();
    }

    /** In a class of its own: this one is loaded at every start. */
    @Override
    public ExitStatus run(List<String> arguments, Terminal terminal)
            throws UsageException, IOException, InterruptedException {
        return WatchRun.run(arguments, terminal);
    }
}
