package io.github.espial.routing;

import io.github.espial.context.BareIkeSa;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.Selector;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is worth knowing of a machine's tunnels beside where their networks are routed. */
final class TunnelRemarks {
    private static final String OF_STRONGSWAN = "220";

    /** Pairs of networks that a sentence names. */
    private static final int NAMED = 20;

    private final List<MachineFile> own;
    private final List<StatedNetwork> networks;
    private final RouteLookup lookup;
    private final Set<Selector> carried = new HashSet<>();
    private final Map<String, List<String>> remarks = new LinkedHashMap<>();

    private TunnelRemarks(List<MachineFile> own, List<StatedNetwork> networks, RouteLookup lookup) {
        this.own = own;
        this.networks = networks;
        this.lookup = lookup;
        policies()
                .filter(policy -> policy.standing() == Standing.ACTIVE)
                .forEach(policy -> carried.add(policy.selector()));
    }

    /** By the name of the file that says it. */
    static Map<String, List<String>> of(List<MachineFile> own, List<StatedNetwork> networks, RouteLookup lookup) {
        TunnelRemarks all = new TunnelRemarks(own, networks, lookup);
        all.emptyTables();
        all.shared();
        all.held();
        all.contested();
        all.bare();
        all.down();
        all.beside();
        return all.remarks;
    }

    private void emptyTables() {
        for (MachineFile file : own) {
            if (file.words().entries().sightings().emptyTables().contains(OF_STRONGSWAN)
                    && !lookup.hasTable(OF_STRONGSWAN)) {
                remark(file, "table 220 is empty: no route of strongSwan's own is installed");
                return;
            }
        }
    }

    /** Policies without SAs of their own, between the same ends: whichever SA there is takes all of them. */
    private void shared() {
        for (MachineFile file : own) {
            Map<String, Set<String>> byEnds = new TreeMap<>();
            for (PolicyEntry policy : file.words().entries().policies()) {
                if (policy.way() == Way.OUT
                        && policy.template().isShared()
                        && policy.template().source().isPresent()
                        && policy.template().destination().isPresent()) {
                    String between = policy.template().source().get() + " and "
                            + policy.template().destination().get();
                    byEnds.computeIfAbsent(between, ends -> new LinkedHashSet<>())
                            .add(policy.selector().destination().toString());
                }
            }
            byEnds.forEach((between, shared) -> {
                if (shared.size() > 1) {
                    remark(
                            file,
                            String.join(", ", shared) + " share one SA between " + between
                                    + ": their policies' level is require, not unique, so one SA takes the packets of all");
                }
            });
        }
    }

    /** One network behind two far ends, where no interface of a tunnel tells which of them packets go to. */
    private void contested() {
        Map<IpPrefix, StatedNetwork> first = new TreeMap<>();
        for (StatedNetwork network : networks) {
            StatedNetwork known = first.putIfAbsent(network.network(), network);
            if (known != null && known.device().isEmpty() && network.device().isEmpty()) {
                own.stream()
                        .filter(file -> network.origin().startsWith(file.shortName() + " line "))
                        .findFirst()
                        .ifPresent(file -> remark(
                                file,
                                network.network() + " lies behind both " + known.peer() + " and " + network.peer()
                                        + ": a conflict, for only one of them gets its packets (" + known.origin()
                                        + ", " + network.origin() + ")"));
            }
        }
    }

    private void remark(MachineFile file, String text) {
        remarks.computeIfAbsent(file.name(), name -> new ArrayList<>()).add(text);
    }

    /** Whether an SA that stands takes the packets after all. */
    private boolean isCarried(PolicyEntry held) {
        return carried.contains(held.selector());
    }

    private static String listed(Set<String> all) {
        String named = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() > NAMED ? named + " and " + (all.size() - NAMED) + " more" : named;
    }

    /** Negotiations without an SA for packets, to far ends for which no policy is known that would hold packets. */
    private void bare() {
        Set<IpAddress> held = new HashSet<>();
        policies()
                .filter(policy -> policy.standing().mayCarry() || policy.standing() == Standing.HELD)
                .forEach(policy -> policy.template().destination().ifPresent(held::add));
        for (MachineFile file : own) {
            for (BareIkeSa ikeSa : file.words().entries().sightings().bareIkeSas()) {
                if (ikeSa.remote().isPresent() && !held.contains(ikeSa.remote().get())) {
                    remark(
                            file,
                            "IKE with " + ikeSa.remote().get() + " stands without an SA for packets (line "
                                    + ikeSa.line() + "): "
                                    + (hasGre() ? "GRE, which SAs in transport mode protect here," : "what is for it")
                                    + " leaves in the clear, unless a policy is left that holds it (ip xfrm policy)");
                }
            }
        }
    }

    private boolean hasGre() {
        return policies().anyMatch(TunnelNotes::isOfGre);
    }

    private Stream<PolicyEntry> policies() {
        return own.stream().flatMap(file -> file.words().entries().policies().stream());
    }

    /** WireGuard that takes what is IPsec's. */
    private void beside() {
        WireGuardRemarks wireGuard = new WireGuardRemarks(own, lookup);
        Set<String> said = new LinkedHashSet<>();
        for (StatedNetwork network : networks) {
            if (network.standing().mayCarry() && said.size() < NAMED) {
                said.addAll(wireGuard.of(network));
            }
        }
        own.stream()
                .filter(MachineFile::hasTables)
                .findFirst()
                .ifPresent(file -> said.forEach(text -> remark(file, text)));
    }

    /** Connections that are loaded and of which no SA is there, beside others that have one. */
    private void down() {
        for (MachineFile file : own) {
            Set<String> down = new LinkedHashSet<>();
            boolean isAnyUp = false;
            for (PolicyEntry policy : file.words().entries().policies()) {
                isAnyUp |= policy.standing() == Standing.ACTIVE;
                if (policy.way() == Way.OUT
                        && policy.template().destination().isPresent()
                        && (policy.standing() == Standing.DOWN || policy.standing() == Standing.HELD)
                        && !isCarried(policy)) {
                    down.add(policy.selector().source() + " > "
                            + policy.selector().destination());
                }
            }
            if (isAnyUp && !down.isEmpty()) {
                remark(file, "loaded, and without an SA: " + listed(down));
            }
        }
    }

    private void held() {
        for (MachineFile file : own) {
            Set<String> held = new LinkedHashSet<>();
            for (PolicyEntry policy : file.words().entries().policies()) {
                if (policy.way() == Way.OUT
                        && policy.standing() == Standing.HELD
                        && policy.template().destination().isEmpty()
                        && !isCarried(policy)) {
                    held.add(policy.selector().source() + " > "
                            + policy.selector().destination());
                }
            }
            if (!held.isEmpty()) {
                remark(file, "on hold, so that traffic waits for a negotiation: " + listed(held));
            }
        }
    }
}
