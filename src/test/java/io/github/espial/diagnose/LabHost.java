package io.github.espial.diagnose;

/**
 * A machine of the lab that test cases are built from.
 *
 * @param mac its network card on the captured link; of no account for hosts elsewhere
 * @param ipv4 its IPv4 address
 * @param ipv6 its IPv6 address
 */
public record LabHost(String mac, String ipv4, String ipv6) {
    /** The failing machine. */
    public static final LabHost SERVER = new LabHost("00:0c:29:5e:10:0a", "192.0.2.10", "2001:db8:2::10");
    /** The default gateway. */
    public static final LabHost RT1 = new LabHost("00:1b:21:aa:00:01", "192.0.2.1", "2001:db8:2::1");
    /** The router that the peer hangs on. */
    public static final LabHost RT2 = new LabHost("00:1b:21:bb:00:fe", "192.0.2.254", "2001:db8:2::fe");
    /** The far end of the tunnel. */
    public static final LabHost PEER = new LabHost("00:50:56:01:00:14", "198.51.100.20", "2001:db8:64::20");
    /** Another far end. */
    public static final LabHost OTHER_PEER = new LabHost("00:50:56:02:00:1e", "203.0.113.30", "2001:db8:71::30");
    /** Another machine on the link. */
    public static final LabHost NEIGHBOR = new LabHost("00:0c:29:5e:10:0b", "192.0.2.11", "2001:db8:2::11");

    /** The same machine by another network card, or a router by another of its MACs. */
    public LabHost at(String otherMac) {
        return new LabHost(otherMac, ipv4, ipv6);
    }

    /** What has this machine's card and the addresses of {@code other}. */
    public LabHost posingAs(LabHost other) {
        return other.at(mac);
    }
}
