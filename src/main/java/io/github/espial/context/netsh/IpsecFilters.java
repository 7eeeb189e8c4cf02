package io.github.espial.context.netsh;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.LabelledLine;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The filters of {@code netsh ipsec} of which some lines have been read. A dynamic filter has the ends of its tunnel
 * and its actions after its own ends, in one block. A static one stands in the list of a rule, with the end of the
 * tunnel before it and the action after it.
 */
final class IpsecFilters {
    private static final List<String> NEGOTIATE =
            List.of("negotiat", "aushandel", "sicherheit aus", "négoci", "negoci", "negozi");
    private static final List<String> PERMIT = List.of("permit", "zulass", "autoris", "consent");
    private static final List<String> BLOCK = List.of("block", "bloqu", "blocc", "bloc");
    private static final int MOST_PENDING = 10_000;
    private static final int LONGEST_ACTION = 40;

    private final ContextNotes notes;
    private final List<Draft> pending = new ArrayList<>();
    private Optional<Draft> current = Optional.empty();
    private Optional<IpAddress> ruleTunnel = Optional.empty();
    private Optional<Action> lastAction = Optional.empty();
    private boolean isDynamic;
    private boolean hasFilter;

    IpsecFilters(ContextNotes notes) {
        this.notes = notes;
    }

    /** What is done with packets, in each language; empty if the value says nothing of it. */
    static Optional<Action> action(String value) {
        if (value.length() > LONGEST_ACTION) {
            return Optional.empty();
        }
        String words = value.toLowerCase(Locale.ROOT);
        if (NEGOTIATE.stream().anyMatch(words::startsWith)) {
            return Optional.of(Action.PROTECT);
        }
        if (PERMIT.stream().anyMatch(words::startsWith)) {
            return Optional.of(Action.BYPASS);
        }
        return BLOCK.stream().anyMatch(words::startsWith) ? Optional.of(Action.DISCARD) : Optional.empty();
    }

    void endOfDynamic(int line, IpsecEnd end) {
        isDynamic = true;
        end(line, end);
    }

    void endOfStatic(int line, IpsecEnd end) {
        isDynamic = false;
        end(line, end);
    }

    private void end(int line, IpsecEnd end) {
        hasFilter = true;
        if (current.isPresent() && current.get().destination.isEmpty()) {
            current.get().destination = Optional.of(end);
            return;
        }
        endFilter();
        current = Optional.of(new Draft(line, end));
        current.get().tunnel = isDynamic ? Optional.empty() : ruleTunnel;
    }

    void value(LabelledLine read, Optional<IpAddress> address) {
        Optional<Action> said = action(read.value());
        if (said.isPresent()) {
            lastAction = said;
        }
        boolean inDynamic =
                isDynamic && current.isPresent() && current.get().destination.isPresent();
        if (inDynamic
                && current.get().tunnelLines < 2
                && (address.isPresent() || read.value().startsWith("<"))) {
            current.get().tunnelLines++;
            if (current.get().tunnelLines == 2) {
                current.get().tunnel = address;
            }
        } else if (!inDynamic && address.isPresent() && !address.get().isUnspecified()) {
            endFilter();
            flush(Optional.empty());
            ruleTunnel = address;
        }
    }

    /** Ends a block of lines with values: a dynamic filter is complete, and so is what is done with static ones. */
    void endBlock() {
        boolean wasDynamic = isDynamic && current.isPresent();
        endFilter();
        // Next to a static filter stand its own description and names, which may begin with such a word as well.
        if (wasDynamic || (!hasFilter && lastAction.isPresent() && !pending.isEmpty())) {
            flush(lastAction);
            ruleTunnel = Optional.empty();
        }
        lastAction = Optional.empty();
        hasFilter = false;
    }

    void finish() {
        endBlock();
        flush(Optional.empty());
    }

    private void endFilter() {
        if (current.isPresent() && current.get().destination.isPresent() && pending.size() < MOST_PENDING) {
            pending.add(current.get());
        }
        current = Optional.empty();
    }

    private void flush(Optional<Action> action) {
        for (Draft draft : pending) {
            draft.add(draft.tunnel.isPresent() ? Optional.of(Action.PROTECT) : action, isDynamic, notes);
        }
        pending.clear();
    }

    /** A filter of which the source is known. */
    private static final class Draft {
        private final int line;
        private final IpsecEnd source;
        private Optional<IpsecEnd> destination = Optional.empty();
        private Optional<IpAddress> tunnel = Optional.empty();
        private int tunnelLines;

        Draft(int line, IpsecEnd source) {
            this.line = line;
            this.source = source;
        }

        void add(Optional<Action> action, boolean isDynamic, ContextNotes notes) {
            // Filters of main mode say whom to negotiate with, and have neither tunnel nor action.
            if (isDynamic && tunnelLines == 0) {
                return;
            }
            if (action.isEmpty()) {
                notes.problem(
                        line,
                        "a filter of which it is not said what is done with its packets;"
                                + " netsh ipsec static show all level=verbose would say it");
                return;
            }
            Optional<SaMode> mode = action.get() == Action.PROTECT
                    ? Optional.of(tunnel.isPresent() ? SaMode.TUNNEL : SaMode.TRANSPORT)
                    : Optional.empty();
            notes.add(new PolicyEntry(
                    line,
                    Selector.between(prefix(source), prefix(destination.orElseThrow())),
                    way(),
                    action.get(),
                    Optional.empty(),
                    tunnel,
                    mode));
        }

        /** The machine's own address stands at the end that its packets leave from. */
        private Way way() {
            if (source.addresses().isEmpty()) {
                return Way.OUT;
            }
            return destination.orElseThrow().addresses().isEmpty() ? Way.IN : Way.UNSTATED;
        }

        /** The own address is not said here. */
        private static IpPrefix prefix(IpsecEnd end) {
            return end.addresses().orElseGet(() -> IpPrefix.all(4));
        }
    }
}
