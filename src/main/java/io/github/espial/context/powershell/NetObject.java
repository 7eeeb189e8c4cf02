package io.github.espial.context.powershell;

import io.github.espial.context.ConnectionRule;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.HostName;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.InterfaceMetric;
import io.github.espial.context.RouteEntry.Metric;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.SaMode;
import io.github.espial.context.Selector;
import io.github.espial.context.Shown;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One object as PowerShell shows it: JSON has numbers where the other forms have words. */
final class NetObject {
    /** By their numbers (MSFT_NetNeighbor). */
    private static final List<String> STATES =
            List.of("Unreachable", "Incomplete", "Probe", "Delay", "Stale", "Reachable", "Permanent");

    /** Stores as words, of which tables show the beginning only, and as numbers (MSFT_NetRoute). */
    private static final String PERSISTENT = "Persist";

    private static final String PERSISTENT_NUMBER = "0";

    /** Numbers of encapsulation (CIM_IPsecSAEndpoint). */
    private static final String TUNNEL_NUMBER = "2";

    private static final String TRANSPORT_NUMBER = "3";

    private final int line;
    private final Map<String, String> properties;
    private final ContextNotes notes;

    /**
     * @param line number of the line it begins at, from 1
     * @param properties by name, as text; several values have commas or spaces between them
     */
    NetObject(int line, Map<String, String> properties, ContextNotes notes) {
        this.line = line;
        this.properties = properties;
        this.notes = notes;
    }

    /** Adds what it states; nothing, if it is no object of the network. */
    void add() {
        Optional<NetKind> kind = NetKind.of(properties.keySet());
        if (kind.isEmpty()) {
            return;
        }
        first("ComputerName", "PSComputerName").ifPresent(name -> notes.add(new HostName(line, name)));
        switch (kind.get()) {
            case ROUTE -> addRoute();
            case NEIGHBOR -> addNeighbor();
            case ADDRESS -> addAddress();
            case CONFIGURATION, CONFIGURATION_OF_IPV6 -> addConfiguration();
            case ADAPTER -> addInterface(first("MacAddress").flatMap(Words::mac), List.of(), List.of());
            case INTERFACE -> addInterface(Optional.empty(), List.of(), List.of());
            case SA -> addSa();
            case RULE -> addRule();
            case SITE_TO_SITE -> addSiteToSite();
            case MAIN_MODE_SA, VPN_CLIENT -> {
                // A main mode SA protects no packets, and names the same two ends as the SAs that do; a client's
                // connection names no networks.
            }
        }
    }

    private void addRoute() {
        String prefix = first("DestinationPrefix").orElse("");
        Optional<IpPrefix> destination = Words.destination(prefix);
        String hop = first("NextHop").orElse("");
        Optional<IpAddress> router = Words.address(hop);
        if (destination.isEmpty()) {
            notes.problem(line, "not a prefix: " + prefix);
        } else if (router.isEmpty()
                || router.get().version() != destination.get().address().version()) {
            notes.problem(line, "not a next hop: " + hop);
        } else {
            notes.add(new RouteEntry(
                    line,
                    destination.get(),
                    router.get().isUnspecified() ? new Target.OnLink() : new Target.Gateway(router.get()),
                    index().or(() -> first("InterfaceAlias")),
                    Optional.empty(),
                    new Metric(
                            number("RouteMetric"),
                            interfaceMetric().isPresent()
                                    ? new InterfaceMetric.Apart(
                                            interfaceMetric().getAsLong())
                                    : new InterfaceMetric.Elsewhere()),
                    isPersistent() ? Store.PERSISTENT : Store.ACTIVE,
                    Optional.empty()));
        }
    }

    private void addNeighbor() {
        String text = first("IPAddress").orElse("");
        Optional<IpAddress> address = Words.address(text);
        if (address.isEmpty()) {
            notes.problem(line, "not an address: " + text);
            return;
        }
        Optional<MacAddress> mac =
                first("LinkLayerAddress").flatMap(Words::mac).filter(resolved -> resolved.octets() != 0);
        Optional<String> state = first("State").map(NetObject::stateOf);
        notes.add(new NeighborEntry(line, address.get(), mac, index().or(() -> first("InterfaceAlias")), state));
    }

    private static String stateOf(String word) {
        int number = Words.smallNumber(word).orElse(-1);
        return number >= 0 && number < STATES.size() ? STATES.get(number) : word;
    }

    private void addAddress() {
        String text = first("IPAddress").orElse("");
        Optional<IpAddress> address = Words.address(text);
        OptionalInt length = first("PrefixLength").map(Words::smallNumber).orElseGet(OptionalInt::empty);
        if (address.isEmpty() || length.orElse(0) > (address.get().version() == 4 ? 32 : 128)) {
            notes.problem(line, "not an address with its prefix length: " + text + " " + length.orElse(0));
        } else if (!isPersistent()) {
            addInterface(Optional.empty(), List.of(new OwnAddress(address.get(), length)), List.of());
        }
    }

    private void addConfiguration() {
        List<OwnAddress> addresses = all("IPv4Address", "IPv6Address", "IPv6LinkLocalAddress").stream()
                .map(address -> new OwnAddress(address, OptionalInt.empty()))
                .toList();
        addInterface(
                first("NetAdapter.LinkLayerAddress").flatMap(Words::mac),
                addresses,
                all("IPv4DefaultGateway", "IPv6DefaultGateway"));
    }

    private void addInterface(Optional<MacAddress> mac, List<OwnAddress> addresses, List<IpAddress> gateways) {
        notes.add(new InterfaceEntry(
                line,
                first("InterfaceAlias", "Name").orElse(""),
                index(),
                mac,
                addresses,
                gateways,
                interfaceMetric()));
    }

    /** Of an SA in tunnel mode only the ends of the tunnel are shown, not what passes through it. */
    private void addSa() {
        Optional<IpAddress> local = first("LocalEndpoint").flatMap(Words::address);
        Optional<IpAddress> remote = first("RemoteEndpoint").flatMap(Words::address);
        if (local.isEmpty() || remote.isEmpty()) {
            notes.problem(line, "an SA without the addresses of its ends");
            return;
        }
        String mode = first("EncapsulationMode").orElse("");
        boolean isTransport = mode.equals("Transport") || mode.equals(TRANSPORT_NUMBER);
        if (!isTransport || local.get().version() != remote.get().version()) {
            return;
        }
        boolean isInbound = first("Direction", "InboundDirection")
                .filter(word -> word.equals("Inbound") || word.equalsIgnoreCase("true"))
                .isPresent();
        IpPrefix own = IpPrefix.host(local.get());
        IpPrefix other = IpPrefix.host(remote.get());
        notes.add(new PolicyEntry(
                line,
                isInbound ? Selector.between(other, own) : Selector.between(own, other),
                isInbound ? Way.IN : Way.OUT,
                Action.PROTECT,
                Optional.empty(),
                Optional.empty(),
                Optional.of(SaMode.TRANSPORT)));
    }

    private void addRule() {
        String mode = first("Mode").orElse("");
        boolean isEnabled = first("Enabled")
                .filter(word -> word.equalsIgnoreCase("false") || word.equals("2"))
                .isEmpty();
        boolean isTunnel = mode.equals("Tunnel") || mode.equals(TUNNEL_NUMBER);
        boolean isClear = first("OutboundSecurity").filter("None"::equals).isPresent();
        if (isEnabled) {
            new ConnectionRule(
                            line,
                            words("LocalAddress"),
                            words("RemoteAddress"),
                            Optional.of(isTunnel ? SaMode.TUNNEL : SaMode.TRANSPORT),
                            all("LocalTunnelEndpoint").stream().findFirst(),
                            all("RemoteTunnelEndpoint").stream().findFirst(),
                            isClear ? Action.BYPASS : Action.PROTECT)
                    .add(notes);
        }
    }

    /** An interface to another site of RRAS: its subnets have their metrics behind a colon. */
    private void addSiteToSite() {
        Optional<IpAddress> remote = all("Destination").stream().findFirst();
        Standing standing =
                first("ConnectionState").filter("Connected"::equals).isPresent() ? Standing.ACTIVE : Standing.DOWN;
        for (String subnet : words("IPv4Subnet")) {
            Optional<IpPrefix> network = Words.destination(subnet.replaceFirst(":\\d+$", ""));
            if (network.isEmpty()) {
                notes.problem(line, "not a subnet with its metric: " + Shown.of(subnet));
                continue;
            }
            notes.add(new PolicyEntry(
                    line,
                    Selector.between(IpPrefix.all(4), network.get()),
                    Way.OUT,
                    Action.PROTECT,
                    new PolicyEntry.Template(Optional.empty(), remote, Optional.of(SaMode.TUNNEL), Optional.empty()),
                    first("Name"),
                    Optional.empty(),
                    standing));
        }
    }

    private Optional<String> index() {
        return first("ifIndex", "InterfaceIndex");
    }

    private OptionalLong interfaceMetric() {
        OptionalLong metric = number("InterfaceMetric");
        return metric.isPresent() ? metric : number("ifMetric");
    }

    private OptionalLong number(String name) {
        return first(name).map(Words::number).orElseGet(OptionalLong::empty);
    }

    private boolean isPersistent() {
        return first("PolicyStore", "Store")
                .filter(store -> store.startsWith(PERSISTENT) || store.equals(PERSISTENT_NUMBER))
                .isPresent();
    }

    /** The value of the first of these that has one. */
    private Optional<String> first(String... names) {
        return Arrays.stream(names)
                .map(name -> properties.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private List<IpAddress> all(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> words(name).stream())
                .flatMap(word -> Words.address(word).stream())
                .toList();
    }

    /** Several values, which lists show in braces. */
    private List<String> words(String name) {
        return Arrays.stream(properties.getOrDefault(name, "").split("[\\s,{}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
