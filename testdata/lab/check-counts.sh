#!/usr/bin/env bash
# Holds every truth*.json of testdata/ against tshark: frames, ESP frames per SPI and Ethernet link, IKE frames per
# link.
#
#     check-counts.sh [TESTDATA]
#
# Prints each difference (< truth, > tshark) and exits 1 when there is one. Needs tshark, capinfos and jq.
set -euo pipefail

testdata=${1:-$(cd "$(dirname "$0")/.." && pwd)}
status=0

truth_lines() {
    jq -r '
        def known: if . == "" then "-" else . end;
        "frames \(.frames)",
        (.esp[] | "esp \(.source) \(.destination) \(.spi) \(.encapsulation) \(.frames)"),
        (.esp[] | . as $sa | .links[]? |
            "link \($sa.source) \($sa.destination) \($sa.spi) \($sa.encapsulation) " +
            "\(.sourceMac) \(.destinationMac) \(.vlan // "-") \(.frames)"),
        (.ike[] | "ike \(.sourceMac | known) \(.destinationMac | known) \(.frames)")
    ' "$1"
}

# ESP that an ICMP error quotes is not an ESP frame. Cooked captures have no Ethernet addresses: no link lines.
tshark_lines() {
    echo "frames $(capinfos -M -T -r -c "$1" | cut -f 2)"
    tshark -n -r "$1" -Y '(esp || isakmp) && !icmp && !icmpv6' -T fields -E separator=, -E occurrence=f \
        -e esp.spi -e ip.src -e ip.dst -e ipv6.src -e ipv6.dst -e udp.port \
        -e eth.src -e eth.dst -e vlan.id 2> /dev/null |
        awk -F, '
            function known(value) { return value == "" ? "-" : value }
            $1 == "" { ike[known($7) " " known($8)]++; next }
            {
                sa = $2 $4 " " $3 $5 " " $1 " " ($6 == "" ? "none" : "udp")
                esp[sa]++
                if ($7 != "") link[sa " " $7 " " $8 " " known($9)]++
            }
            END {
                for (key in esp) print "esp", key, esp[key]
                for (key in link) print "link", key, link[key]
                for (key in ike) print "ike", key, ike[key]
            }'
}

for truth in "$testdata"/*/truth*.json; do
    capture=$(dirname "$truth")/$(jq -r .capture "$truth")
    if ! difference=$(diff <(truth_lines "$truth" | sort) <(tshark_lines "$capture" | sort)); then
        echo "$truth:"
        echo "$difference"
        status=1
    fi
done
exit $status
