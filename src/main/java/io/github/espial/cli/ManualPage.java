package io.github.espial.cli;

import java.util.List;

/** The manual page (man(7)), made of what the commands say of themselves. */
final class ManualPage {
    /** Where it lies below the folder of an installation. */
    static final String FILE = "share/man/man1/espial.1";

    private ManualPage() {}

    /** The page, for {@code commands}. */
    static String of(List<Command> commands, String version) {
        StringBuilder page = new StringBuilder();
        page.append(".TH ESPIAL 1 \"\" \"espial ").append(roff(version)).append("\" \"User Commands\"\n");
        page.append(".SH NAME\nespial \\- finds IPsec packets that left for the wrong next hop\n");
        page.append(".SH SYNOPSIS\n.B espial\n.I COMMAND\n.RI [ ARGUMENT ...]\n.br\n.B espial\n.I CAPTURE\n");
        page.append(".SH DESCRIPTION\n");
        lines(page, Commands.help());
        page.append(".SH COMMANDS\n");
        for (Command command : commands) {
            page.append(".SS espial ").append(command.name()).append('\n');
            lines(page, command.help());
        }
        page.append(".SH ENVIRONMENT\n");
        entry(
                page,
                "JAVA_HOME",
                "The Java to run with, where the installation has none of its own; else that on the path.");
        entry(page, "JAVA_OPTS, ESPIAL_OPTS", "Options of the JVM, as \\-Xmx4g; ESPIAL_OPTS come last.");
        entry(page, "NO_COLOR", "Where it is set, nothing is colored unless \\-\\-color says so.");
        return page.toString();
    }

    private static void entry(StringBuilder page, String name, String text) {
        page.append(".TP\n.B ").append(name).append('\n').append(text).append('\n');
    }

    /** As they are: the texts are laid out for a terminal already. */
    private static void lines(StringBuilder page, String text) {
        page.append(".nf\n");
        for (String line : text.strip().split("\n", -1)) {
            page.append(roff(line)).append('\n');
        }
        page.append(".fi\n");
    }

    /** A line that is no request, with hyphens that can be copied. */
    private static String roff(String line) {
        String escaped = line.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }
}
