# The network in namespaces:
#
#   cli 10.1.0.50 --- eth1 srv eth0 192.0.2.10 ---+--- 192.0.2.1   rt1, default gateway --- inet 203.0.113.0/24
#                                                 |
#                                                 +--- 192.0.2.254 rt2 --- pgw 198.51.100.20 --- 10.20/16, 10.30/16
#
# srv has a default route by rt1 and one static route for 198.51.100.20/32 by rt2. br0 is the LAN's switch.
#
# Settings of a scenario: VLAN (a VLAN id for the LAN), WITH_IPV6 (not empty: IPv6 too), RT1_MAC (another MAC for rt1).

SRV_MAC=00:0c:29:5e:10:0a
RT1_DEFAULT_MAC=00:1b:21:aa:00:01
RT2_MAC=00:1b:21:bb:00:fe

PIDS=""

# Runs a command in the background until the end of the scenario.
background() {
    "$@" &
    PIDS="$PIDS $!"
}

# Ends every process of the scenario and takes the network down.
clean() {
    local pid namespace
    for pid in $PIDS; do
        kill "$pid" 2> /dev/null
    done
    PIDS=""
    sleep .3
    for namespace in $(ip netns list | awk '{ print $1 }'); do
        ip netns pids "$namespace" | xargs -r kill -9 2> /dev/null
        ip netns del "$namespace"
    done
    ip link del br0 2> /dev/null
    sleep .5
    rm -rf /run/ns-*
}

# Offloading would put frames into the capture that never were on a wire: larger than the MTU, without checksums.
no_offload() { # namespace interface
    ip netns exec "$1" ethtool -K "$2" tx off tso off gso off gro off > /dev/null 2>&1
}

# A cable between two namespaces.
cable() { # namespace1 interface1 mac1 namespace2 interface2 mac2
    ip link add "$2" netns "$1" address "$3" type veth peer name "$5" netns "$4" address "$6"
    ip -n "$1" link set "$2" up
    ip -n "$4" link set "$5" up
    no_offload "$1" "$2"
    no_offload "$4" "$5"
}

# A cable from a namespace to the LAN's switch.
port() { # namespace interface mac
    ip link add "p-$1" type veth peer name "$2" netns "$1" address "$3"
    ip link set "p-$1" master br0 up
    ip -n "$1" link set "$2" up
    no_offload "$1" "$2"
}

namespaces() {
    local n
    for n in srv rt1 rt2 pgw inet cli; do
        ip netns add $n
        ip -n $n link set lo up
        ip netns exec $n sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 \
            net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0 \
            net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0
    done
}

cables() {
    ip link add br0 type bridge forward_delay 0
    ip link set br0 up
    port srv eth0 $SRV_MAC
    port rt1 lan "${RT1_MAC:-$RT1_DEFAULT_MAC}"
    port rt2 lan $RT2_MAC
    cable rt1 wan 00:1b:21:aa:00:11 inet if0 00:50:56:00:00:01
    cable rt2 wan 00:1b:21:bb:00:12 pgw out 00:50:56:20:00:01
    cable rt1 px 00:1b:21:aa:00:13 pgw out2 00:50:56:20:00:02
    cable srv eth1 00:0c:29:5e:10:0b cli eth0 00:0c:29:5e:10:32
}

# One end of the LAN with its address, tagged where the scenario asks for a VLAN.
lan_address() { # namespace interface tagged-interface address
    if [ -n "$VLAN" ]; then
        ip -n "$1" link add link "$2" name "$3" type vlan id "$VLAN"
        ip -n "$1" link set "$3" up
        ip -n "$1" a add "$4" dev "$3"
    else
        ip -n "$1" a add "$4" dev "$2"
    fi
}

addresses() {
    local i a
    lan_address srv eth0 ext 192.0.2.10/24
    lan_address rt1 lan lanv 192.0.2.1/24
    lan_address rt2 lan lanv 192.0.2.254/24
    ip -n srv a add 10.1.0.1/16 dev eth1
    ip -n cli a add 10.1.0.50/16 dev eth0
    ip -n cli r add default via 10.1.0.1
    ip -n rt1 a add 203.0.113.1/24 dev wan
    ip -n inet a add 203.0.113.2/24 dev if0
    for i in $(seq 10 25); do
        ip -n inet a add "203.0.113.$i/24" dev if0
    done
    ip -n inet r add default via 203.0.113.1
    ip -n rt2 a add 198.51.100.17/28 dev wan
    ip -n pgw a add 198.51.100.20/28 dev out
    ip -n pgw r add default via 198.51.100.17
    ip -n rt1 a add 100.64.9.1/30 dev px
    ip -n pgw a add 100.64.9.2/30 dev out2
    ip -n pgw link add in0 type dummy
    ip -n pgw link set in0 up
    for a in 10.20.0.1/16 10.20.1.5/16 10.20.1.6/16 10.30.0.1/16 10.30.7.7/16; do
        ip -n pgw a add $a dev in0
    done
    ip -n srv r add default via 192.0.2.1
    ip -n srv r add 198.51.100.20/32 via 192.0.2.254
    ip -n rt1 r add 192.168.77.0/24 via 203.0.113.2
}

addresses6() {
    local i
    ip -n srv -6 a add 2001:db8:1::10/64 dev eth0
    ip -n rt1 -6 a add 2001:db8:1::1/64 dev lan
    ip -n rt2 -6 a add 2001:db8:1::fe/64 dev lan
    ip -n rt2 -6 a add 2001:db8:2::1/64 dev wan
    ip -n pgw -6 a add 2001:db8:2::20/64 dev out
    ip -n pgw -6 r add default via 2001:db8:2::1
    ip -n srv -6 r add default via 2001:db8:1::1
    ip -n srv -6 r add 2001:db8:2::20/128 via 2001:db8:1::fe
    ip -n rt1 -6 a add 2001:db8:3::1/64 dev wan
    ip -n inet -6 a add 2001:db8:3::2/64 dev if0
    for i in 10 11 12 13; do
        ip -n inet -6 a add "2001:db8:3::$i/64" dev if0
    done
    ip -n inet -6 r add default via 2001:db8:3::1
}

# What rt1 does with packets for the partner.
gateway_mode() { # drop | dropone | reject | hairpin | forward
    case $1 in
        drop)
            ip -n rt1 r add default via 203.0.113.2
            ip netns exec rt1 nft -f - <<< 'table inet f { chain c { type filter hook forward priority 0;
                meta l4proto esp drop; ip daddr 198.51.100.20 drop; ip6 daddr 2001:db8:2::20 drop; }; };'
            ;;
        dropone)
            ip netns exec rt1 nft -f - <<< 'table inet f { chain c { type filter hook forward priority 0;
                ip daddr 198.51.100.20 drop; }; };'
            ;;
        reject)
            ip netns exec rt1 nft -f - <<< 'table inet f { chain c { type filter hook forward priority 0;
                ip daddr 198.51.100.20 reject with icmp type admin-prohibited; }; };'
            ;;
        hairpin)
            ip -n rt1 r add 198.51.100.16/28 via 192.0.2.254
            ip netns exec rt1 sysctl -qw net.ipv4.conf.all.send_redirects=1 net.ipv4.conf.lan.send_redirects=1
            ;;
        forward)
            ip -n rt1 r add 198.51.100.16/28 via 100.64.9.2
            ;;
    esac
}

network() { # what rt1 does with packets for the partner, see gateway_mode
    namespaces
    cables
    addresses
    if [ -n "$WITH_IPV6" ]; then
        addresses6
    fi
    gateway_mode "$1"
    # A redirect that srv obeyed would mend the fault that the scenario is to show.
    ip netns exec srv sysctl -qw net.ipv4.conf.all.accept_redirects=0 net.ipv4.conf.eth0.accept_redirects=0
}

# The line to the partner on a network card of its own: rt2 leaves the LAN for eth2, 100.64.20.0/24.
second_card() {
    ip -n srv r del 198.51.100.20/32
    ip -n rt2 link del lan
    cable srv eth2 "${SRV_MAC%??}0c" rt2 lan $RT2_MAC
    ip -n srv a add 100.64.20.10/24 dev eth2
    ip -n rt2 a add 100.64.20.254/24 dev lan
    ip -n srv r add 198.51.100.20/32 via 100.64.20.254
}

# Windows' order of things on a Linux kernel: the next hop is chosen by the INNER destination, before IPsec.
# A packet for one of the inner networks is marked 1. The ESP made of it still bears mark 1; it is marked 3 and routed
# by table 100, which an unmarked inner packet would have met: to rt1. IKE is not marked and goes by rt2.
route_by_inner_destination() { # inner networks without a route of their own, separated by commas
    ip netns exec srv nft -f - << RULES
table inet pre {
    chain o {
        type route hook output priority -150;
        ip daddr 198.51.100.20 meta mark 1 meta mark set 3;
        ip6 daddr 2001:db8:2::20 meta mark 1 meta mark set 3;
        ip daddr { $1 } meta mark set 1;
    };
    chain f {
        type filter hook prerouting priority -150;
        ip daddr { $1 } meta mark set 1;
    };
};
RULES
    ip -n srv rule add fwmark 3 lookup 100 pref 100
    ip -n srv r replace default via 192.0.2.1 table 100
    if [ -n "$WITH_IPV6" ]; then
        ip -n srv -6 rule add fwmark 3 lookup 100 pref 100
        ip -n srv -6 r replace default via 2001:db8:1::1 table 100
    fi
}

# The state of srv beside its captures: routes, neighbors, policies, SAs with their keys.
save_state() {
    { echo "# ip route"; ip -n srv route; echo "# ip rule"; ip -n srv rule; } > "$OUT/ip-route.txt"
    ip -n srv -j route > "$OUT/ip-route.json"
    ip -n srv neigh > "$OUT/ip-neigh.txt"
    ip -n srv -j neigh > "$OUT/ip-neigh.json"
    ip netns exec srv ip -d xfrm state > "$OUT/xfrm-state.txt"
    ip netns exec srv ip xfrm policy > "$OUT/xfrm-policy.txt"
    ip -n srv -j a > "$OUT/ip-addr.json"
    swanctl_in srv --list-sas > "$OUT/swanctl-list-sas.txt" 2> /dev/null
}
