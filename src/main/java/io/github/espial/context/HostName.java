package io.github.espial.context;

import java.util.Locale;

/**
 * What a machine calls itself.
 *
 * @param line where it does so first, from 1
 * @param name with or without its domain, as the file has it
 */
public record HostName(int line, String name) {
    /** Whether both may be names of one machine: domains, which outputs leave out, and case do not count. */
    public boolean mayBe(HostName other) {
        return label().equals(other.label());
    }

    private String label() {
        int dot = name.indexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
    }
}
