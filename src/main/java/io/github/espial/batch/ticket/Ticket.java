package io.github.espial.batch.ticket;

import io.github.espial.infer.Statements;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people say of a case: in the name of its folder, and in a file beside its captures.
 *
 * @param id number of the ticket
 * @param title what it is about
 * @param customer whose it is
 * @param notes whatever else is to be kept
 * @param stated what the captures need not be asked to tell
 * @param keys names of files of the case that must hold keys
 * @param problems what is wrong with the file: a line each
 */
public record Ticket(
        String id,
        String title,
        Optional<String> customer,
        Optional<String> notes,
        Statements stated,
        List<String> keys,
        List<String> problems) {
    /** A number, perhaps with letters before it, and what the ticket is about. */
    private static final Pattern NUMBERED = Pattern.compile("(\\p{Alpha}{0,10}[-#_]?\\d[\\w.-]*?)[ _-]+(\\D.*)");

    public Ticket {
        keys = List.copyOf(keys);
        problems = List.copyOf(problems);
    }

    /** What the name of a folder tells: {@code 4711 Tunnel to Oslo is dead} is ticket 4711. */
    static Ticket named(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        boolean isNumbered = numbered.matches();
        return new Ticket(
                isNumbered ? numbered.group(1) : name,
                isNumbered ? numbered.group(2).strip() : name,
                Optional.empty(),
                Optional.empty(),
                Statements.NONE,
                List.of(),
                List.of());
    }
}
