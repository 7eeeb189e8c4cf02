package io.github.espial.context.strongswan;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Shown;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import java.util.List;
import java.util.Optional;

/**
 * What a connection or SA states beside its traffic selectors: the policies for what leaves are made of both.
 *
 * @param line that the policies are said to begin at
 * @param tunnelInterface {@code if_id 0x2a}, of an SA that only what is routed into that interface meets
 * @param standing whether there is an SA
 */
record Tunnel(
        int line,
        Optional<IpAddress> local,
        Optional<IpAddress> remote,
        Optional<SaMode> mode,
        Optional<Spi> spi,
        Optional<String> tunnelInterface,
        Optional<String> mark,
        Standing standing) {
    /** A tunnel of which there need not be an SA. */
    static Tunnel configured(int line, Optional<IpAddress> local, Optional<IpAddress> remote, Optional<SaMode> mode) {
        return new Tunnel(
                line, local, remote, mode, Optional.empty(), Optional.empty(), Optional.empty(), Standing.CONFIGURED);
    }

    /** Adds a policy from each of the local traffic selectors to each of the remote ones. */
    void add(List<String> localSelectors, List<String> remoteSelectors, ContextNotes notes) {
        for (String from : localSelectors) {
            for (String to : remoteSelectors) {
                add(from, to, notes);
            }
        }
    }

    private void add(String from, String to, ContextNotes notes) {
        Optional<TrafficSelector> source = TrafficSelector.of(from, local);
        Optional<TrafficSelector> destination = TrafficSelector.of(to, remote);
        if (TrafficSelector.isOpen(from, local) || TrafficSelector.isOpen(to, remote)) {
            return;
        }
        if (source.isEmpty() || destination.isEmpty()) {
            notes.problem(line, "traffic selectors that are no prefixes: " + Shown.of(from) + " " + Shown.of(to));
            return;
        }
        if (source.get().prefix().address().version()
                != destination.get().prefix().address().version()) {
            // Each version has selectors of its own; across them there is nothing to protect.
            return;
        }
        notes.add(new PolicyEntry(
                line,
                new Selector(
                        source.get().prefix(),
                        destination.get().prefix(),
                        source.get().protocol(),
                        source.get().port(),
                        destination.get().port()),
                Way.OUT,
                Action.PROTECT,
                new PolicyEntry.Template(local, remote, mode, spi),
                tunnelInterface,
                mark,
                standing));
    }

    /** Whether there is a tunnel, by the state of a child SA. */
    static Standing standing(String state) {
        return state.equals("ROUTED") ? Standing.HELD : Standing.ACTIVE;
    }

    /** The mode that a word names, such as {@code TUNNEL}, {@code TUNNEL-in-UDP} or {@code TUNNEL_PASS}. */
    static Optional<SaMode> mode(String word) {
        if (word.startsWith("TRANSPORT")) {
            return Optional.of(SaMode.TRANSPORT);
        }
        return word.startsWith("TUNNEL") || word.startsWith("BEET") ? Optional.of(SaMode.TUNNEL) : Optional.empty();
    }
}
