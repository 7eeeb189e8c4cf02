# Servers, load and captures.

INNER_HOSTS=10.20.1.5,10.20.1.6,10.30.7.7
INTERNET_HOSTS=203.0.113.10,203.0.113.11,203.0.113.12,203.0.113.13
INTERNET_HOSTS+=,203.0.113.14,203.0.113.15,203.0.113.16,203.0.113.20

# Something that answers, on the Internet and behind the partner's gateway.
servers() {
    background ip netns exec inet python3 /lab/responder.py
    background ip netns exec pgw python3 /lab/responder.py
    sleep .5
}

internet_load() { # seconds [hosts]
    ip netns exec srv python3 /lab/load.py "${2:-$INTERNET_HOSTS}" "$1" 1 25
}

# Traffic for the partner's networks. From srv itself it has the inside address as source, so that a policy takes it.
inner_load() { # seconds [seed [namespace [hosts [requests a second]]]]
    local source=
    [ "${3:-srv}" = srv ] && source=${INNER_SOURCE-10.1.0.1}
    BIND=$source ip netns exec "${3:-srv}" python3 /lab/load.py "${4:-$INNER_HOSTS}" "$1" "${2:-7}" "${5:-25}"
}

capture() { # file interface-of-srv [tcpdump options]
    local file=$1 interface=$2
    shift 2
    background ip netns exec srv tcpdump -U -s 0 -n -i "$interface" "$@" -w "$OUT/$file" 2> /dev/null
}

# A capture of several interfaces in one pcapng.
capture_cards() { # file interface-of-srv...
    local file=$1 interface options=
    shift
    for interface in "$@"; do
        options="$options -i $interface"
    done
    background ip netns exec srv dumpcap -q -s 0 $options -w "$OUT/$file" 2> /dev/null
}

start() { # scenario
    export OUT=/lab/out/$1
    rm -rf "$OUT"
    mkdir -p "$OUT"
    echo "=== $1 $(date +%T)"
}

finish() {
    sleep 1
    clean
}
