package io.github.espial.context.powershell;

import java.util.Collection;
import java.util.Optional;

/** What an object is, told by the names of its properties. */
enum NetKind {
    ROUTE("DestinationPrefix", "NextHop"),
    NEIGHBOR("IPAddress", "LinkLayerAddress"),
    ADDRESS("IPAddress", "PrefixLength"),
    CONFIGURATION("InterfaceAlias", "IPv4Address"),
    CONFIGURATION_OF_IPV6("InterfaceAlias", "IPv6DefaultGateway"),
    ADAPTER("Name", "MacAddress"),
    INTERFACE("InterfaceAlias", "InterfaceMetric"),
    MAIN_MODE_SA("LocalEndpoint", "RemoteEndpoint", "InitiatorCookie"),
    SA("LocalEndpoint", "RemoteEndpoint", "EncapsulationMode"),
    SITE_TO_SITE("Name", "Destination", "IPv4Subnet"),
    VPN_CLIENT("Name", "ServerAddress", "TunnelType"),
    RULE("RemoteTunnelEndpoint", "LocalAddress", "RemoteAddress");

    private final String first;
    private final String second;
    private final String third;

    NetKind(String first, String second) {
        this(first, second, second);
    }

    NetKind(String first, String second, String third) {
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /** The first kind that has all its names among {@code names}. */
    static Optional<NetKind> of(Collection<String> names) {
        for (NetKind kind : values()) {
            if (names.contains(kind.first) && names.contains(kind.second) && names.contains(kind.third)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether a text may have names of any kind in it, told quickly. */
    static boolean mayBeIn(String text) {
        for (NetKind kind : values()) {
            if (text.contains(kind.third)) {
                return true;
            }
        }
        return false;
    }
}
