package io.github.espial.context;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line at which somebody typed a command.
 *
 * @param host the machine, where the prompt names it
 * @param command what was typed; empty text for nothing
 */
public record Prompt(Optional<String> host, String command) {
    /** {@code C:\>}, {@code PS C:\>} or {@code netsh interface>}; a session on another machine has its name before it. */
    private static final Pattern WINDOWS = Pattern.compile(
            "\\s*(?:\\[([\\w.-]+)\\]: )?(?:(?:PS )?[A-Za-z]:\\\\[^>]*|PS \\\\\\\\[^>]*|netsh(?: [\\w ]+)?)>(.*)");

    /** {@code root@srv:~#} or {@code [root@srv ~]#}. */
    private static final Pattern UNIX = Pattern.compile(
            "\\s*(?:\\[[\\w.-]+@([\\w.-]+) [^\\]]*\\]|[\\w.-]+@([\\w.-]+):[~/][^#$%>]*)[#$%](?: (.*)|)");

    /** The prompt that a line begins with; empty if it does with none. */
    public static Optional<Prompt> of(String line) {
        if (line.indexOf('>') >= 0) {
            Matcher windows = WINDOWS.matcher(line);
            if (windows.matches()) {
                return Optional.of(new Prompt(
                        Optional.ofNullable(windows.group(1)), windows.group(2).strip()));
            }
        }
        if (line.indexOf('@') >= 0) {
            Matcher unix = UNIX.matcher(line);
            if (unix.matches()) {
                Optional<String> host = Optional.ofNullable(unix.group(1)).or(() -> Optional.ofNullable(unix.group(2)));
                return Optional.of(new Prompt(
                        host, Optional.ofNullable(unix.group(3)).orElse("").strip()));
            }
        }
        return Optional.empty();
    }

    public static boolean isAt(String line) {
        return of(line).isPresent();
    }
}
