# The scenarios. A local variable here is a setting that network.sh and ipsec.sh read.

BOTH_NETWORKS="10.20.0.0/16, 10.30.0.0/16"

# Network, capture, negotiation, then traffic for the partner's networks while the Internet is in use.
standard() { # scenario gateway-mode inner-networks-without-a-route|none [seconds]
    start "$1"
    network "$2"
    servers
    [ "$3" != none ] && route_by_inner_destination "$3"
    capture capture.pcap eth0
    sleep 1
    two_children
    background internet_load "${4:-15}"
    daemons
    negotiate c20 c30
    ip netns exec srv ping -c 3 -I 10.1.0.1 10.20.1.5 > /dev/null
    inner_load "${4:-12}"
    save_state
    finish
}

# The second half of most scenarios: negotiation and traffic with a capture already running.
exchange() { # child...
    background internet_load 14
    daemons
    negotiate "$@"
    inner_load 12
    save_state
    finish
}

hairpin() {
    start "$1"
    network hairpin
    servers
    route_by_inner_destination "$BOTH_NETWORKS"
    capture capture.pcap eth0
    background tcpdump -U -s0 -n -i br0 -w "$OUT/lan-span.pcap" 2> /dev/null
    ip link set br0 promisc on
    sleep 1
    two_children
    exchange c20 c30
}

partly_fixed_one_sa() {
    start "$1"
    network drop
    servers
    route_by_inner_destination 10.30.0.0/16
    capture capture.pcap eth0
    sleep 1
    one_child
    exchange all
}

gateway_gcm() {
    start "$1"
    network forward
    servers
    route_by_inner_destination 10.30.0.0/16
    capture external.pcap eth0
    capture internal.pcap eth1
    capture_cards both.pcapng eth0 eth1
    sleep 2
    two_children
    background internet_load 25
    daemons
    negotiate c20 c30
    inner_load 22 5 cli $INNER_HOSTS 60
    save_state
    finish
}

gateway_cbc() {
    local ESP_PROPOSALS=aes256-sha256
    start "$1"
    network drop
    servers
    route_by_inner_destination 10.30.0.0/16
    capture_cards both.pcapng eth0 eth1
    sleep 2
    one_child
    background internet_load 25
    daemons
    negotiate all
    inner_load 22 9 cli $INNER_HOSTS 90
    save_state
    finish
}

rekey_and_fix() {
    local REKEY=12s
    start "$1"
    network drop
    servers
    route_by_inner_destination "$BOTH_NETWORKS"
    capture capture.pcap eth0
    sleep 1
    two_children
    background internet_load 40
    daemons
    negotiate c20 c30
    inner_load 18
    ip netns exec srv nft flush ruleset
    date +%s.%N > "$OUT/fixed-at.txt"
    inner_load 18 8
    save_state
    finish
}

ipv6() {
    local WITH_IPV6=1
    start "$1"
    network drop
    servers
    route_by_inner_destination "$BOTH_NETWORKS"
    capture capture.pcap eth0
    sleep 1
    configure srv 2001:db8:1::10 2001:db8:2::20 "$(child c20 10.1.0.0/16 10.20.0.0/16)"
    configure pgw 2001:db8:2::20 2001:db8:1::10 "$(child c20 10.20.0.0/16 10.1.0.0/16)"
    background internet_load 14 2001:db8:3::10,2001:db8:3::11,2001:db8:3::12,2001:db8:3::13,203.0.113.10
    daemons
    negotiate c20
    inner_load 12 7 srv 10.20.1.5,10.20.1.6
    save_state
    finish
}

rt2_failover() {
    start "$1"
    network drop
    servers
    capture capture.pcap eth0
    sleep 1
    two_children
    background internet_load 24
    daemons
    negotiate c20 c30
    inner_load 9
    ip -n rt2 link set lan down
    ip -n rt2 link set lan address 00:1b:21:bb:00:ff
    ip -n rt2 link set lan up
    ip -n rt2 r add default via 192.0.2.1 2> /dev/null
    ip netns exec rt2 arping -U -c 2 -I lan 192.0.2.254 > /dev/null
    inner_load 9 8
    save_state
    finish
}

two_nics() {
    start "$1"
    network drop
    second_card
    servers
    [ "$1" = two-nics ] && route_by_inner_destination "$BOTH_NETWORKS"
    capture eth0.pcap eth0
    capture eth2.pcap eth2
    capture any.pcap any
    capture_cards both.pcapng eth0 eth2
    sleep 2
    two_children 100.64.20.10
    background internet_load 15
    daemons
    negotiate c20 c30
    inner_load 12
    save_state
    finish
}

two_peers() {
    start "$1"
    network dropone
    second_partner
    servers
    route_by_inner_destination "$BOTH_NETWORKS"
    capture capture.pcap eth0
    sleep 1
    two_children
    configure srv 192.0.2.10 198.51.100.20 \
        "$(child c20 10.1.0.0/16 10.20.0.0/16; child c30 10.1.0.0/16 10.30.0.0/16)" \
        "$(connection q 192.0.2.10 203.0.113.30 "$(child c40 10.1.0.0/16 10.40.0.0/16)")"
    background internet_load 18
    daemons inet
    negotiate c20 c30 c40
    inner_load 15 7 srv 10.20.1.5,10.30.7.7,10.40.1.5
    save_state
    finish
}

cooked() {
    start "$1"
    network drop
    servers
    route_by_inner_destination "$BOTH_NETWORKS"
    capture capture.pcap any
    capture sll1.pcap any -y LINUX_SLL
    sleep 1
    two_children
    exchange c20 c30
}

# The partner is reached through the default gateway, both ways.
control_via_gw() {
    start "$1"
    network forward
    ip -n srv r del 198.51.100.20/32
    ip -n pgw r add 192.0.2.0/24 via 100.64.9.1
    servers
    capture capture.pcap eth0
    sleep 1
    two_children
    exchange c20 c30
}

# Requests go through the default gateway, answers come by rt2: allowed, and no fault.
control_asymmetric() {
    start "$1"
    network forward
    ip -n srv r del 198.51.100.20/32
    servers
    capture capture.pcap eth0
    sleep 1
    two_children
    exchange c20 c30
}

control_no_ipsec() {
    start "$1"
    network drop
    servers
    capture capture.pcap eth0
    sleep 1
    internet_load 8
    ip netns exec srv ping -c 3 198.51.100.20 > /dev/null
    finish
}

big_misrouted() {
    start "$1"
    network forward
    servers
    route_by_inner_destination 10.30.0.0/16
    capture capture.pcap eth0
    sleep 1
    two_children
    daemons
    negotiate c20 c30
    background ip netns exec pgw iperf3 -s -B 10.20.1.5 > /dev/null 2>&1
    background ip netns exec pgw iperf3 -s -B 10.30.7.7 > /dev/null 2>&1
    background internet_load 30
    sleep 1
    background ip netns exec cli iperf3 -c 10.20.1.5 -t 25 > "$OUT/iperf20.txt" 2>&1
    ip netns exec cli iperf3 -c 10.30.7.7 -u -b 8M -l 900 -t 25 > "$OUT/iperf30.txt" 2>&1
    save_state
    finish
}

run_scenario() { # scenario
    case $1 in
        misrouted-ikev2) standard "$1" drop "$BOTH_NETWORKS" ;;
        fixed-ikev2) standard "$1" drop none ;;
        hairpin-ikev2) hairpin "$1" ;;
        reject-ikev2) standard "$1" reject "$BOTH_NETWORKS" ;;
        partly-fixed-two-sas) standard "$1" drop 10.30.0.0/16 ;;
        partly-fixed-one-sa) partly_fixed_one_sa "$1" ;;
        ikev1-3des)
            IKE_VERSION=1 IKE_PROPOSALS=3des-sha1-modp1024 ESP_PROPOSALS=3des-sha1 standard "$1" drop "$BOTH_NETWORKS"
            ;;
        ikev1-aes-cbc)
            IKE_VERSION=1 IKE_PROPOSALS=aes128-sha1-modp1024 ESP_PROPOSALS=aes128-sha1 \
                standard "$1" drop "$BOTH_NETWORKS"
            ;;
        nat-t) FORCE_UDP=yes KEEPALIVE=5 standard "$1" drop "$BOTH_NETWORKS" 18 ;;
        nat-t-fixed) FORCE_UDP=yes KEEPALIVE=5 standard "$1" drop none 12 ;;
        esp-null) ESP_PROPOSALS=null-sha256 standard "$1" drop "$BOTH_NETWORKS" ;;
        esp-null-fixed) ESP_PROPOSALS=null-sha1 standard "$1" drop none ;;
        gateway-gcm) gateway_gcm "$1" ;;
        gateway-cbc) gateway_cbc "$1" ;;
        rekey-and-fix) rekey_and_fix "$1" ;;
        ipv6) ipv6 "$1" ;;
        vlan) VLAN=120 standard "$1" drop "$BOTH_NETWORKS" ;;
        vrrp) RT1_MAC=00:00:5e:00:01:0a standard "$1" drop "$BOTH_NETWORKS" ;;
        rt2-failover) rt2_failover "$1" ;;
        two-nics | two-nics-fixed) two_nics "$1" ;;
        two-peers) two_peers "$1" ;;
        cooked) cooked "$1" ;;
        control-via-gw) control_via_gw "$1" ;;
        control-asymmetric) control_asymmetric "$1" ;;
        control-no-ipsec) control_no_ipsec "$1" ;;
        l2tp-ipsec | l2tp-plain) l2tp "$1" ;;
        big-misrouted) big_misrouted "$1" ;;
        *) echo "no scenario $1" ;;
    esac
}
