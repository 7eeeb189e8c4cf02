#!/usr/bin/env bash
# Makes testdata/ from the lab's full captures: the same cases without keys, logs and most of the background.
#
#     reduce.sh LAB_OUTPUT TESTDATA
#
# LAB_OUTPUT holds a folder per scenario, as run.sh leaves it, and in it a truth.json (truth-1.json, ...) for each
# capture. Only whole frames are dropped, never octets: a capture cut by a snap length would show capture-truncated.
# Every ARP, ICMP, IGMP, IKE, ESP and L2TP frame is kept, of all other frames those of up to 128 octets. Those still
# reach every Internet host of the lab over the whole time of the capture. In the truth only "frames" changes.
set -euo pipefail

lab=$1
testdata=$2
shopt -s nullglob

cases="misrouted-ikev2 fixed-ikev2 hairpin-ikev2 partly-fixed-two-sas ikev1-3des nat-t esp-null gateway-gcm
    rekey-and-fix control-via-gw l2tp-ipsec two-nics two-peers cooked"

essential='arp || icmp || icmpv6 || igmp || isakmp || esp || ah || udpencap || l2tp'

# What to keep of a case. A gateway's inside interface stays whole: its packets are to be matched with the ESP outside.
kept_frames() {
    case $1 in
        gateway-gcm) echo "$essential || frame.len <= 128 || frame.interface_name == \"eth1\"" ;;
        *) echo "$essential || frame.len <= 128" ;;
    esac
}

# The file format of a capture, in tshark's words, so that the reduced one keeps it.
format_of() {
    case $1 in
        *.pcapng) echo pcapng ;;
        *) echo pcap ;;
    esac
}

for name in $cases; do
    mkdir -p "$testdata/$name"
    for truth in "$lab/$name"/truth.json "$lab/$name"/truth-[0-9].json; do
        capture=$(jq -r .capture "$truth")
        tshark -n -r "$lab/$name/$capture" -Y "$(kept_frames "$name")" \
            -F "$(format_of "$capture")" -w "$testdata/$name/$capture" 2> /dev/null
        frames=$(capinfos -M -T -r -c "$testdata/$name/$capture" | cut -f 2)
        jq --argjson frames "$frames" '.frames = $frames' "$truth" > "$testdata/$name/$(basename "$truth")"
    done
done
