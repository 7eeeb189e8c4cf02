package io.github.espial.bench;

import io.github.espial.wire.FrameBuilder;
import java.util.List;

/**
 * Captures of many distinct things of one kind: what tables, inference and checks must take in proportion. Each frame is
 * told by its place alone, so that a capture of 4n begins as one of n does.
 */
enum Distinct {
    /** Routers that one server hands ESP for one peer to. */
    NEXT_HOPS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(esp(SERVER_MAC, mac(ROUTERS, i), SERVER, PEER, 0x1000, i), answer(i));
        }
    },
    /** Routers that one server hands ESP for one peer to, each another SA, and IKE by turns. */
    NEXT_HOPS_WITH_SAS {
        @Override
        List<FrameBuilder> frames(int i) {
            String router = mac(ROUTERS, i);
            return List.of(
                    esp(SERVER_MAC, router, SERVER, PEER, 0x1000L + i, 1),
                    ike(SERVER_MAC, router, SERVER, PEER, i),
                    answer(i));
        }
    },
    /** Cards that send ESP from one address, each to a MAC of its own. */
    MAC_PAIRS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(esp(mac(HOSTS, i), mac(ROUTERS, i), SERVER, PEER, 0x1000, i));
        }
    },
    /** VLANs, two tags from the 4,095th on, on which one server sends to one peer. */
    VLANS {
        @Override
        List<FrameBuilder> frames(int i) {
            FrameBuilder frame = FrameBuilder.ethernet(SERVER_MAC, mac(ROUTERS, 0));
            frame = i < VLAN_IDS ? frame : frame.tag(0x88a8, 1 + i / VLAN_IDS % VLAN_IDS);
            return List.of(
                    frame.vlan(1 + i % VLAN_IDS).ip(SERVER, PEER).esp(0x1000, i).payload(SEALED));
        }
    },
    /** Peers that negotiate and send ESP, both ways. */
    PEERS {
        @Override
        List<FrameBuilder> frames(int i) {
            String peer = address(PEERS_FROM, i);
            String router = mac(ROUTERS, i % 3);
            return List.of(
                    ike(SERVER_MAC, router, SERVER, peer, i),
                    ike(router, SERVER_MAC, peer, SERVER, i),
                    esp(SERVER_MAC, mac(ROUTERS, (i + 1) % 3), SERVER, peer, 0x1000L + i, 1),
                    esp(router, SERVER_MAC, peer, SERVER, 0x80001000L + i, 1));
        }
    },
    /** Servers of one segment, each with a card and a peer. */
    SERVERS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(
                    FrameBuilder.ethernet(mac(HOSTS, i), "ff:ff:ff:ff:ff:ff")
                            .arpRequest(mac(HOSTS, i), address(HOSTS_FROM, i), ROUTER),
                    esp(mac(HOSTS, i), mac(ROUTERS, 0), address(HOSTS_FROM, i), address(PEERS_FROM, i), 0x1000, 1));
        }
    },
    /** Servers of one segment that share a peer. */
    SERVERS_OF_ONE_PEER {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(
                    esp(mac(HOSTS, i), mac(ROUTERS, i % 2), address(HOSTS_FROM, i), PEER, 0x1000L + i, 1),
                    esp(mac(ROUTERS, 0), mac(HOSTS, i), PEER, address(HOSTS_FROM, i), 0x1000L + i, 1));
        }
    },
    /** Addresses that one card sends ESP from. */
    ADDRESSES_OF_ONE_CARD {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(esp(SERVER_MAC, mac(ROUTERS, i % 2), address(HOSTS_FROM, i), PEER, 0x1000L + i, 1));
        }
    },
    /** Pairs of hosts whose addresses were chosen so that their hashes are one. */
    PAIRS_OF_ONE_HASH {
        @Override
        List<FrameBuilder> frames(int i) {
            String server = address(HOSTS_FROM, i);
            String peer = address(PEERS_FROM, -31 * i);
            return List.of(
                    esp(SERVER_MAC, mac(ROUTERS, i % 2), server, peer, 0x1000, 1),
                    esp(mac(ROUTERS, 0), SERVER_MAC, peer, server, 0x2000, 1));
        }
    },
    /** SAs of one server and one peer, both ways. */
    SAS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(
                    esp(SERVER_MAC, mac(ROUTERS, i % 2), SERVER, PEER, 0x1000L + i, 1),
                    esp(mac(ROUTERS, 0), SERVER_MAC, PEER, SERVER, 0x80001000L + i, 1));
        }
    },
    /** Negotiations of one server and one peer. */
    NEGOTIATIONS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(
                    ike(SERVER_MAC, mac(ROUTERS, i % 2), SERVER, PEER, i),
                    ike(mac(ROUTERS, 0), SERVER_MAC, PEER, SERVER, i));
        }
    },
    /** Addresses that stations of the segment claim by ARP. */
    CLAIMS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(reply(mac(HOSTS, i), address(HOSTS_FROM, i)), one(i));
        }
    },
    /** Addresses that one station claims by ARP. */
    CLAIMS_OF_ONE_MAC {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(reply(mac(ROUTERS, 0), address(HOSTS_FROM, i)), one(i));
        }
    },
    /** Stations that claim one address by ARP. */
    CLAIMS_OF_ONE_ADDRESS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(reply(mac(ROUTERS, i), ROUTER), one(i));
        }
    },
    /** Pairs of UDP ports with ESP between server and peer. */
    UDP_PAIRS {
        @Override
        List<FrameBuilder> frames(int i) {
            FrameBuilder frame = FrameBuilder.ethernet(SERVER_MAC, mac(ROUTERS, i % 2))
                    .ip(SERVER, i < PORTS ? PEER : address(PEERS_FROM, i / PORTS));
            return List.of(frame.udp(4500, 1024 + i % PORTS).esp(0x1000L + i, 1).payload(SEALED));
        }
    },
    /** TCP connections in the clear, beside ESP. */
    FLOWS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(
                    FrameBuilder.ethernet(SERVER_MAC, mac(ROUTERS, 1))
                            .ip("10.1.0.50", "10.20.1.5")
                            .tcp(1024 + i % PORTS, 1 + i / PORTS, 0x10),
                    one(i));
        }
    },
    /** Networks that a host behind the server sends to in the clear, beside ESP, and that ICMP says cannot be reached. */
    NETWORKS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(
                    FrameBuilder.ethernet(SERVER_MAC, mac(ROUTERS, i % 2))
                            .ip("10.1.0.50", address(NETWORKS_FROM, i << 4))
                            .tcp(1024, 445, 0x10),
                    one(i));
        }
    },
    /** Routers that ICMP redirects of one gateway name for one peer. */
    REDIRECTS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(redirect(mac(ROUTERS, 0), ROUTER, address(HOSTS_FROM, i), PEER), one(i));
        }
    },
    /** Gateways that send ICMP redirects, each for another peer. */
    REDIRECTS_OF_MANY {
        @Override
        List<FrameBuilder> frames(int i) {
            String peer = address(PEERS_FROM, i);
            return List.of(
                    esp(SERVER_MAC, mac(ROUTERS, i), SERVER, peer, 0x1000, 1),
                    redirect(mac(ROUTERS, i), address(HOSTS_FROM, i), ROUTER, peer));
        }
    },
    /** SAs of which one gateway says that it lets nothing of them through. */
    PROHIBITED_SAS {
        @Override
        List<FrameBuilder> frames(int i) {
            FrameBuilder quoted = FrameBuilder.bare().ip(SERVER, PEER).esp(0x1000L + i, 1);
            return List.of(
                    one(i),
                    FrameBuilder.ethernet(mac(ROUTERS, 0), SERVER_MAC)
                            .ip(ROUTER, SERVER)
                            .icmp(3, 13, 0)
                            .quoting(quoted, 28));
        }
    },
    /** Routers that forward a server's ESP onto the segment again. */
    RELAYS {
        @Override
        List<FrameBuilder> frames(int i) {
            return List.of(
                    esp(SERVER_MAC, mac(ROUTERS, i), SERVER, PEER, 0x1000, i),
                    esp(mac(ROUTERS, i), mac(HOSTS, i), SERVER, PEER, 0x1000, i).ttl(63));
        }
    };

    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String SERVER = "192.0.2.10";
    private static final String ROUTER = "192.0.2.1";
    private static final String PEER = "198.51.100.20";
    private static final int SEALED = 40;
    private static final int VLAN_IDS = 4094;
    private static final int PORTS = 64_000;
    private static final int ROUTERS = 0x001b21;
    private static final int HOSTS = 0x001c42;
    /** 10.0.0.0, 172.16.0.0 and so on, without a dot. */
    private static final int HOSTS_FROM = 0x0b000000;

    private static final int PEERS_FROM = 0x64000000;
    private static final int NETWORKS_FROM = 0x20000000;

    /** The frames that the thing in this place, from 0, brings. */
    abstract List<FrameBuilder> frames(int i);

    private static FrameBuilder esp(
            String from, String to, String source, String destination, long spi, long sequenceNumber) {
        return FrameBuilder.ethernet(from, to)
                .ip(source, destination)
                .esp(spi, sequenceNumber)
                .payload(SEALED);
    }

    /** What makes a server and a peer of these two. */
    private static FrameBuilder one(int i) {
        return esp(SERVER_MAC, mac(ROUTERS, i % 2), SERVER, PEER, 0x1000, i);
    }

    private static FrameBuilder answer(int i) {
        return esp(mac(ROUTERS, 0), SERVER_MAC, PEER, SERVER, 0x2000, i);
    }

    private static FrameBuilder ike(String from, String to, String source, String destination, int i) {
        int flags = source.equals(SERVER) ? 0x08 : 0x20;
        return FrameBuilder.ethernet(from, to)
                .ip(source, destination)
                .udp(500, 500)
                .ikev2(34, 0x100000000L + i, flags == 0x08 ? 0 : 0x200000000L + i, flags, 0)
                .payload(SEALED);
    }

    private static FrameBuilder reply(String mac, String address) {
        return FrameBuilder.ethernet(mac, SERVER_MAC).arpReply(mac, address, SERVER_MAC, SERVER);
    }

    private static FrameBuilder redirect(String mac, String sender, String gateway, String peer) {
        return FrameBuilder.ethernet(mac, SERVER_MAC)
                .ip(sender, SERVER)
                .redirect(gateway)
                .quoting(FrameBuilder.bare().ip(SERVER, peer).esp(0x1000, 1), 28);
    }

    private static String mac(int maker, int i) {
        return "%02x:%02x:%02x:%02x:%02x:%02x"
                .formatted(maker >> 16, maker >> 8 & 0xff, maker & 0xff, i >> 16 & 0xff, i >> 8 & 0xff, i & 0xff);
    }

    private static String address(int from, int i) {
        int bits = from + i;
        return (bits >>> 24) + "." + (bits >> 16 & 0xff) + "." + (bits >> 8 & 0xff) + "." + (bits & 0xff);
    }
}
