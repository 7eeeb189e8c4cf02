# strongSwan in the namespaces srv, pgw and, for a second partner, inet.
#
# Settings of a scenario: IKE_VERSION (1 or 2), IKE_PROPOSALS, ESP_PROPOSALS, IPSEC_MODE (tunnel or transport),
# FORCE_UDP (yes: ESP in UDP 4500), KEEPALIVE (seconds between NAT keepalives), REKEY (lifetime of an SA).

# Starts the daemon of a namespace with a /run of its own, so that several can run side by side.
charon() { # namespace
    local n=$1
    mkdir -p "/run/ns-$n" "/run/ns-$n/lock"
    cat > "/run/ns-$n/strongswan.conf" << CONF
charon {
    port = 500
    port_nat_t = 4500
    keep_alive = ${KEEPALIVE:-20}
    install_routes = no
    install_virtual_ip = no
    retransmit_tries = 3
    plugins {
        include /etc/strongswan.d/charon/*.conf
        kernel-libipsec { load = no }
        vici { socket = unix:///run/charon.vici }
        bypass-lan { load = no }
        farp { load = no }
        dhcp { load = no }
        unity { load = no }
        resolve { load = no }
    }
    filelog {
        f {
            path = $OUT/charon-$n.log
            default = 1
            ike = 4
            chd = 4
        }
    }
}
CONF
    cp "$OUT/swanctl-$n.conf" "/run/ns-$n/swanctl.conf"
    background ip netns exec "$n" unshare -m bash -c "mount --bind /run/ns-$n /run; \
        export STRONGSWAN_CONF=/run/strongswan.conf; exec /usr/lib/ipsec/charon" > "$OUT/charon-$n.out" 2>&1
}

swanctl_in() { # namespace command...
    local n=$1
    shift
    ip netns exec "$n" unshare -m bash -c "mount --bind /run/ns-$n /run; \
        export STRONGSWAN_CONF=/run/strongswan.conf; swanctl $* --uri unix:///run/charon.vici"
}

connection() { # name local remote children
    cat << CONF
    $1 {
        version = ${IKE_VERSION:-2}
        local_addrs = $2
        remote_addrs = $3
        encap = ${FORCE_UDP:-no}
        proposals = ${IKE_PROPOSALS:-aes256-sha256-modp2048}
        rekey_time = 4h
        mobike = no
        local {
            auth = psk
            id = $2
        }
        remote {
            auth = psk
            id = $3
        }
        children {
$4
        }
    }
CONF
}

child() { # name local-networks remote-networks
    cat << CONF
            $1 {
                local_ts = $2
                remote_ts = $3
                esp_proposals = ${ESP_PROPOSALS:-aes256gcm16}
                mode = ${IPSEC_MODE:-tunnel}
                rekey_time = ${REKEY:-1h}
            }
CONF
}

configure() { # namespace local remote children [further connections]
    cat > "$OUT/swanctl-$1.conf" << CONF
connections {
$(connection p "$2" "$3" "$4")
$5
}
secrets {
    ike-1 {
        secret = "lab-only-psk"
    }
}
CONF
}

# One SA pair for each of the partner's networks.
two_children() { # [address of srv]
    local address=${1:-192.0.2.10}
    configure srv "$address" 198.51.100.20 \
        "$(child c20 10.1.0.0/16 10.20.0.0/16; child c30 10.1.0.0/16 10.30.0.0/16)"
    configure pgw 198.51.100.20 "$address" \
        "$(child c20 10.20.0.0/16 10.1.0.0/16; child c30 10.30.0.0/16 10.1.0.0/16)"
}

# One SA pair for both networks.
one_child() {
    configure srv 192.0.2.10 198.51.100.20 "$(child all 10.1.0.0/16 10.20.0.0/16,10.30.0.0/16)"
    configure pgw 198.51.100.20 192.0.2.10 "$(child all 10.20.0.0/16,10.30.0.0/16 10.1.0.0/16)"
}

# A second partner, 203.0.113.30 with 10.40.0.0/16, that is rightly reached by the default gateway.
second_partner() {
    local a
    ip -n inet a add 203.0.113.30/24 dev if0
    ip -n inet link add in0 type dummy
    ip -n inet link set in0 up
    for a in 10.40.0.1/16 10.40.1.5/16; do
        ip -n inet a add $a dev in0
    done
    configure inet 203.0.113.30 192.0.2.10 "$(child c40 10.40.0.0/16 10.1.0.0/16)"
}

# Starts the daemons and loads their connections.
daemons() { # [further namespaces with a daemon]
    local n i
    for n in srv pgw $*; do
        charon "$n"
    done
    for n in srv pgw $*; do
        for i in $(seq 60); do
            [ -S "/run/ns-$n/charon.vici" ] && break
            sleep .3
        done
    done
    sleep .5
    for n in srv pgw $*; do
        swanctl_in "$n" --load-all --file /run/swanctl.conf > /dev/null
    done
}

negotiate() { # child...
    local name
    for name in "$@"; do
        swanctl_in srv --initiate --child "$name" > /dev/null
    done
}
