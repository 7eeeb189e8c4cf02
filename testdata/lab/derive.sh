#!/usr/bin/env bash
# Makes the cases in which evidence is missing, by leaving frames out of other cases of testdata/.
#
#     derive.sh TESTDATA
#
# The verdict comes from what was left out. The ESP and IKE counts come from tshark by way of check-counts.sh.
set -euo pipefail

testdata=$1
server=00:0c:29:5e:10:0a

# derive NAME FROM DISPLAY_FILTER JQ_FILTER: the frames of case FROM that match, and the truth of FROM as edited.
derive() {
    local name=$1 from=$2 kept=$3 edit=$4 frames
    mkdir -p "$testdata/$name"
    tshark -n -r "$testdata/$from/capture.pcap" -Y "$kept" -F pcap -w "$testdata/$name/capture.pcap" 2> /dev/null
    frames=$(capinfos -M -T -r -c "$testdata/$name/capture.pcap" | cut -f 2)
    jq --argjson frames "$frames" \
        ".frames = \$frames | .required = [] | .expectedNextHops = {} | del(.misrouted) | $edit" \
        "$testdata/$from/truth.json" > "$testdata/$name/truth.json"
}

derive after-negotiation misrouted-ikev2 '!isakmp' \
    '.verdict = "undetermined" | .ike = []'

derive no-arp misrouted-ikev2 '!arp' \
    '.verdict = "undetermined"'

derive outbound-only fixed-ikev2 "eth.src == $server && !isakmp && !(arp.opcode == 2)" \
    '.verdict = "undetermined" | .ike = [] | .esp |= map(select(.source == "192.0.2.10"))'

derive no-ipsec misrouted-ikev2 '!isakmp && !esp' \
    '.verdict = "no-ipsec" | .ike = [] | .esp = []'
