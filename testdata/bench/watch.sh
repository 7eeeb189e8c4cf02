#!/bin/sh
# Whether espial watch keeps pace: watch.sh [RATE [FRAMES [OPTION...]]]
# Replays testdata/misrouted-ikev2 in a loop, RATE (200000) frames a second, FRAMES (2000000) in all, through a pair of virtual
# cards of its own into espial watch, with the OPTIONs if there are any, and prints what the card received, what Espial counted
# and what was dropped. Needs root, ip, tcpreplay, libpcap and "mvn package -DskipTests" before; ESPIAL names another build's
# folder. Exit status 1 when the counts do not add up.
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P) || exit
espial=${ESPIAL:-$home/target/espial}/bin/espial
[ -x "$espial" ] || { echo "$0: run mvn -q -B package -DskipTests first" >&2; exit 2; }
rate=${1:-200000}
frames=${2:-2000000}
[ $# -gt 1 ] && shift
[ $# -gt 0 ] && shift
folder=$(mktemp -d) || exit
there=espial-there
card=espial0
watching=
end() {
    [ -z "$watching" ] || kill -KILL "$watching" 2>/dev/null
    ip link del "$card" 2>/dev/null
    ip netns del "$there" 2>/dev/null
    rm -rf "$folder"
}
trap end EXIT
trap 'exit 130' INT TERM
ip netns add "$there" && ip link add "$card" type veth peer name espial1 netns "$there" &&
    ip link set "$card" up && ip -n "$there" link set espial1 up || exit 2

"$espial" watch -i "$card" -f json "$@" >"$folder/told" 2>"$folder/said" &
watching=$!
until grep -q watching "$folder/said"; do
    kill -0 "$watching" 2>/dev/null || { cat "$folder/said" >&2; exit 2; }
    sleep 1
done
received() {
    cat "/sys/class/net/$card/statistics/rx_packets"
}
before=$(received)
ip netns exec "$there" tcpreplay -q -K --loop=0 --limit="$frames" --pps="$rate" -i espial1 \
    "$home/testdata/misrouted-ikev2/capture.pcap" >"$folder/sent" 2>&1 || { cat "$folder/sent" >&2; exit 2; }
sleep 2
sent=$(($(received) - before))
kill -TERM "$watching"
wait "$watching"
watching=
grep Rated "$folder/sent"
ended=$(tail -n 1 "$folder/told")
number() {
    printf '%s\n' "$ended" | grep -o "\"$1\":[0-9]*" | head -n 1 | cut -d : -f 2
}
echo "received by the card: $sent; counted: $(number frames); dropped, as the system says: $(number dropped)"
# The card's own neighbor discovery may be among what was counted.
[ $(($(number frames) + $(number dropped))) -ge "$sent" ]
