package io.github.espial.context;

import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which packets look up which routing table.
 *
 * @param line number of the line it stands at, from 1
 * @param priority rules are tried in ascending order
 * @param packets which packets it is for
 * @param action what is done with them
 */
public record RuleEntry(int line, long priority, Packets packets, Action action) {
    /**
     * Packets that a rule is for.
     *
     * @param source empty for all
     * @param destination empty for all
     * @param conditions what else must hold, such as {@code fwmark 0x1}, as the file has it
     * @param inverted whether the rule is for packets that do <em>not</em> match
     */
    public record Packets(
            Optional<IpPrefix> source, Optional<IpPrefix> destination, List<String> conditions, boolean inverted) {
        public Packets {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * What a rule does.
     *
     * @param table the table to look up; empty for another action
     * @param suppressedLength routes of the table with a prefix of that length or shorter do not count
     * @param goesTo priority of the rule to go on with, for that action
     * @param discards whether such packets are dropped or refused
     */
    public record Action(Optional<String> table, OptionalInt suppressedLength, OptionalLong goesTo, boolean discards) {}
}
