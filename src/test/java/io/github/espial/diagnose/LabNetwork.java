package io.github.espial.diagnose;

import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.FrameBuilder;
import java.util.Optional;
import java.util.OptionalInt;

/** The ways in which one and the same thing happens in a network: a verdict must not depend on which it is. */
public enum LabNetwork {
    IPV4(4, false),
    IPV6(6, false),
    TAGGED_IPV4(4, true),
    TAGGED_IPV6(6, true);

    /** The VLAN of tagged frames. */
    public static final int VLAN = 120;

    private final int version;
    private final boolean isTagged;

    LabNetwork(int version, boolean isTagged) {
        this.version = version;
        this.isTagged = isTagged;
    }

    public boolean isIpv4() {
        return version == 4;
    }

    /** The address that {@code host} has here. */
    public String addressOf(LabHost host) {
        return isIpv4() ? host.ipv4() : host.ipv6();
    }

    /** The same as a value. */
    public IpAddress address(LabHost host) {
        return IpAddress.parse(addressOf(host));
    }

    /** {@code host} as a next hop. */
    public Station station(LabHost host) {
        return new Station(Optional.of(MacAddress.parse(host.mac())), Optional.of(address(host)));
    }

    /** Starts a frame from one card to another, on the usual VLAN or on another one. */
    FrameBuilder link(String sourceMac, String destinationMac, OptionalInt otherVlan) {
        FrameBuilder frame = FrameBuilder.ethernet(sourceMac, destinationMac);
        return isTagged ? frame.vlan(otherVlan.orElse(VLAN)) : frame;
    }
}
