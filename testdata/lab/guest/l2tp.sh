# L2TP between srv (LAC) and pgw (LNS), with xl2tpd and pppd.

l2tp_configuration() {
    cat > /run/lns.conf << CONF
[global]
port=1701
[lns default]
ip range=10.20.50.10-10.20.50.20
local ip=10.20.50.1
require authentication=no
refuse chap=yes
refuse pap=yes
pppoptfile=/run/ppp.lns
CONF
    cat > /run/lac.conf << CONF
[global]
port=1701
[lac p]
lns=198.51.100.20
autodial=yes
pppoptfile=/run/ppp.lac
CONF
    printf '%s\n' noauth 'mtu 1280' 'mru 1280' nodefaultroute noccp ipcp-accept-local ipcp-accept-remote > /run/ppp.lac
    printf '%s\n' noauth 'mtu 1280' 'mru 1280' noccp > /run/ppp.lns
}

# IKEv1 and transport mode for UDP 1701, as Windows' own policy for L2TP has it.
l2tp_ipsec() {
    local IKE_VERSION=1 IKE_PROPOSALS=3des-sha1-modp1024 ESP_PROPOSALS=3des-sha1 IPSEC_MODE=transport
    configure srv 192.0.2.10 198.51.100.20 "$(child l2 'dynamic[17/1701]' 'dynamic[17/1701]')"
    configure pgw 198.51.100.20 192.0.2.10 "$(child l2 'dynamic[17/1701]' 'dynamic[17/1701]')"
    daemons
    negotiate l2
}

l2tp() { # scenario
    start "$1"
    network drop
    servers
    capture capture.pcap eth0
    sleep 1
    [ "$1" = l2tp-ipsec ] && l2tp_ipsec
    mkdir -p /run/ns-srv /run/ns-pgw
    l2tp_configuration
    background internet_load 16
    background ip netns exec pgw xl2tpd -D -c /run/lns.conf -p /run/lns.pid -C /run/lns.ctl > "$OUT/lns.log" 2>&1
    sleep 1
    background ip netns exec srv xl2tpd -D -c /run/lac.conf -p /run/lac.pid -C /run/lac.ctl > "$OUT/lac.log" 2>&1
    sleep 6
    ip -n srv a > "$OUT/ip-a.txt"
    ip -n srv r add 10.20.0.0/16 dev ppp0
    ip -n srv r add 10.30.0.0/16 dev ppp0
    # pppd's own address is the source: the packets enter ppp0, not a policy.
    INNER_SOURCE='' inner_load 10
    save_state
    finish
}
