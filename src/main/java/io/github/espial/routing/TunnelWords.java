package io.github.espial.routing;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaCount;
import io.github.espial.context.SaMode;
import io.github.espial.context.TunnelDevice;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Puts together what the words of one machine state of its tunnels, and what those of far ends do. */
final class TunnelWords {
    private static final int GRE = 47;

    /** UDP port of L2TP. */
    private static final int L2TP = 1701;

    /** Networks of one device that are told. */
    private static final int MOST = 1000;

    private static final String INTERFACE_ID = "if_id ";
    private static final String MARK = "mark ";

    /** Names that systems give to routed tunnels, where nothing says more of a device. */
    private static final Pattern TUNNEL_NAME = Pattern.compile("(?:ip_)?vti.*|ipsec\\d+|xfrmi?\\d*|st\\d+(?:\\.\\d+)?");

    private final List<InterfaceEntry> interfaces;
    private final RouteLookup lookup;
    private final Set<IpAddress> ends = new LinkedHashSet<>();
    private final Map<String, IpAddress> devices = new LinkedHashMap<>();
    private final Map<List<Object>, StatedNetwork> networks = new LinkedHashMap<>();
    private final Set<StatedNetwork> byRoute = new LinkedHashSet<>();
    private final Map<IpAddress, IpAddress> l2tp = new LinkedHashMap<>();

    private TunnelWords(List<InterfaceEntry> interfaces, RouteLookup lookup) {
        this.interfaces = interfaces;
        this.lookup = lookup;
    }

    /**
     * What is stated of a machine's tunnels.
     *
     * @param own files of the machine
     * @param far files of other machines
     */
    static Tunnels of(
            List<MachineFile> own, List<MachineFile> far, List<InterfaceEntry> interfaces, RouteLookup lookup) {
        TunnelWords words = new TunnelWords(interfaces, lookup);
        List<SaCount> counts = new ArrayList<>();
        for (MachineFile file : own) {
            words.ends.addAll(file.ends().own());
            counts.addAll(file.words().entries().sightings().counts());
        }
        for (MachineFile file : own) {
            file.words().entries().policies().forEach(policy -> words.take(file, policy));
        }
        words.turnRound(far);
        return new Tunnels(
                List.copyOf(words.networks.values()),
                words.devices,
                new CountsOfPairs(words.ends).paired(counts),
                words.ends,
                words.l2tp,
                TunnelRemarks.of(own, List.copyOf(words.networks.values()), lookup),
                TunnelNotes.of(own, words.devices),
                Exits.of(own, List.copyOf(words.networks.values()), words.byRoute, lookup));
    }

    private void take(MachineFile file, PolicyEntry policy) {
        Optional<IpAddress> peer = policy.template().destination();
        boolean isOutbound = policy.way() == Way.OUT || policy.way() == Way.UNSTATED;
        if (!isOutbound
                || policy.action() != PolicyEntry.Action.PROTECT
                || peer.isEmpty()
                || ends.contains(peer.get())) {
            return;
        }
        boolean isGre = policy.selector().protocol().orElse(0) == GRE;
        boolean isTransport =
                policy.template().mode().filter(SaMode.TRANSPORT::equals).isPresent();
        String origin = file.shortName() + " line " + policy.line();
        Optional<String> device = device(policy, peer.get(), isGre);
        device.ifPresent(name -> devices.putIfAbsent(name, peer.get()));
        if (isTransport && !isGre) {
            if (isL2tp(policy) && policy.standing().mayCarry()) {
                policy.template().source().ifPresent(local -> l2tp.putIfAbsent(peer.get(), local));
            }
            return;
        }
        if (isGre || policy.selector().destination().isDefault()) {
            device.ifPresent(name -> into(name, peer.get(), policy, origin));
        } else {
            keep(new StatedNetwork(
                    policy.template().source(),
                    peer.get(),
                    Optional.of(policy.selector().source()).filter(source -> !source.isDefault()),
                    policy.selector().destination(),
                    device,
                    device.isPresent() ? Optional.empty() : wanted(policy),
                    policy.standing(),
                    origin));
        }
    }

    /** What packets must bear to meet a policy: an interface id, or a mark that is one. */
    private static Optional<String> wanted(PolicyEntry policy) {
        Optional<String> mark = policy.mark()
                .map(word -> word.replaceFirst("/.*", ""))
                .filter(word -> Words.number(word).orElse(0) != 0);
        return policy.tunnelInterface()
                .filter(name -> name.startsWith(INTERFACE_ID))
                .or(() -> mark.map(word -> MARK + word));
    }

    private static boolean isL2tp(PolicyEntry policy) {
        return policy.selector().sourcePort().orElse(0) == L2TP
                || policy.selector().destinationPort().orElse(0) == L2TP;
    }

    /** The networks that are routed into a device, whose policy takes all. */
    private void into(String device, IpAddress peer, PolicyEntry policy, String origin) {
        lookup.routes().stream()
                .filter(route -> route.interfaceName().filter(device::equals).isPresent())
                .map(Route::destination)
                .filter(network -> !network.isDefault()
                        && !network.address().isMulticast()
                        && !network.address().isLinkLocal()
                        && !network.equals(IpPrefix.host(peer))
                        && !ends.contains(network.address()))
                .distinct()
                .limit(MOST)
                .map(network -> new StatedNetwork(
                        policy.template().source(),
                        peer,
                        Optional.empty(),
                        network,
                        Optional.of(device),
                        Optional.empty(),
                        policy.standing(),
                        origin))
                .forEach(network -> {
                    byRoute.add(network);
                    keep(network);
                });
    }

    /** Of several statements about one network, that of a tunnel which stands counts. */
    private void keep(StatedNetwork network) {
        networks.merge(
                List.of(network.peer(), network.network()),
                network,
                (known, other) -> outranks(other.standing(), known.standing()) ? other : known);
    }

    private static boolean outranks(Standing one, Standing other) {
        return (one == Standing.ACTIVE && other != Standing.ACTIVE) || (one == Standing.UNSTATED && !other.mayCarry());
    }

    /** The interface that packets of a policy are routed into: as it is named, or as it bears what the policy bears. */
    private Optional<String> device(PolicyEntry policy, IpAddress peer, boolean isGre) {
        Optional<String> named = policy.tunnelInterface();
        if (named.isPresent() && !named.get().startsWith(INTERFACE_ID)) {
            return isFamily(named.get()) ? onlyDevice(named.get() + ".") : asRoutesHaveIt(named.get());
        }
        Optional<String> wanted = named.or(() -> policy.mark().map(mark -> MARK + mark.replaceFirst("/.*", "")));
        for (InterfaceEntry card : interfaces) {
            Optional<String> binding = card.tunnel().flatMap(TunnelDevice::binding);
            if (wanted.isPresent() && binding.isPresent() && isSame(wanted.get(), binding.get())) {
                return Optional.of(card.name());
            }
        }
        if (policy.isRouted() || isGre || selectsAll(policy)) {
            for (InterfaceEntry card : interfaces) {
                if (card.tunnel().flatMap(TunnelDevice::remote).equals(Optional.of(peer))) {
                    return Optional.of(card.name());
                }
            }
        }
        return policy.isRouted() ? onlyDevice("") : Optional.empty();
    }

    private static boolean selectsAll(PolicyEntry policy) {
        return policy.selector().source().isDefault()
                && policy.selector().destination().isDefault();
    }

    /** Windows calls an interface by its index or address in routes: one that cannot be told is left open. */
    private Optional<String> asRoutesHaveIt(String name) {
        boolean haveNames = lookup.routes().stream()
                .flatMap(route -> route.interfaceName().stream())
                .allMatch(word -> Character.isLetter(word.charAt(0))
                        && Words.address(word).isEmpty());
        return haveNames
                ? Optional.of(name)
                : interfaces.stream()
                        .filter(card -> card.name().equals(name))
                        .flatMap(card -> card.index().stream())
                        .findFirst();
    }

    /** Both with a word of what they are before the number, as {@code if_id 0x2a} and {@code if_id 42}. */
    private static boolean isSame(String one, String other) {
        String[] first = one.split(" ", 2);
        String[] second = other.split(" ", 2);
        OptionalLong number = Words.number(first[first.length - 1]);
        return first[0].equals(second[0])
                && number.isPresent()
                && number.equals(Words.number(second[second.length - 1]));
    }

    /** Whether a name is that of all tunnels of a system, of which units are the devices: Junos, PAN-OS. */
    private static boolean isFamily(String name) {
        return name.equals("st0") || name.equals("tunnel");
    }

    /** The device that by its name is a tunnel's, where the routes name one such only. */
    private Optional<String> onlyDevice(String start) {
        Set<String> named = new TreeSet<>();
        lookup.routes()
                .forEach(route -> route.interfaceName()
                        .filter(name ->
                                start.isEmpty() ? TUNNEL_NAME.matcher(name).matches() : name.startsWith(start))
                        .ifPresent(named::add));
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }

    /** The far ends' words tell what is behind them, where the machine's own do not. */
    private void turnRound(List<MachineFile> far) {
        Set<IpAddress> known = new LinkedHashSet<>();
        networks.values().forEach(network -> known.add(network.peer()));
        for (MachineFile file : far) {
            for (PolicyEntry policy : file.words().entries().policies()) {
                Optional<IpAddress> peer = policy.template().source();
                boolean isTunnel = policy.template()
                        .mode()
                        .filter(SaMode.TRANSPORT::equals)
                        .isEmpty();
                if (policy.way() == Way.OUT
                        && policy.action() == PolicyEntry.Action.PROTECT
                        && isTunnel
                        && peer.isPresent()
                        && !known.contains(peer.get())
                        && !policy.selector().source().isDefault()
                        && isMeant(policy)) {
                    IpPrefix inner = policy.selector().destination();
                    keep(new StatedNetwork(
                            policy.template().destination(),
                            peer.get(),
                            Optional.of(inner).filter(prefix -> !prefix.isDefault()),
                            policy.selector().source(),
                            ofAddress(inner),
                            Optional.empty(),
                            policy.standing(),
                            file.shortName() + " line " + policy.line()));
                }
            }
        }
    }

    /** Whether a policy of another machine is for this one, as far as this one's addresses are known. */
    private boolean isMeant(PolicyEntry policy) {
        IpPrefix inner = policy.selector().destination();
        boolean isInner = !inner.isDefault() && ends.stream().anyMatch(inner::contains);
        return isInner || policy.template().destination().filter(ends::contains).isPresent();
    }

    /** The VPN interface of a client, to which the far end gave its address. */
    private Optional<String> ofAddress(IpPrefix inner) {
        if (!inner.equals(IpPrefix.host(inner.address())) || !ends.contains(inner.address())) {
            return Optional.empty();
        }
        return lookup.routes().stream()
                .filter(route -> !route.destination().isDefault())
                .flatMap(route -> route.interfaceName().stream())
                .filter(name ->
                        Words.address(name).equals(Optional.of(inner.address())) || hasAddress(name, inner.address()))
                .findFirst();
    }

    private boolean hasAddress(String name, IpAddress address) {
        return interfaces.stream()
                .anyMatch(card -> (card.name().equals(name)
                                || card.index().filter(name::equals).isPresent())
                        && card.addresses().stream()
                                .anyMatch(one -> one.address().equals(address)));
    }
}
