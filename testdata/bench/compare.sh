#!/bin/sh
# Runs espial, tcpdump, tshark and cat over captures: compare.sh [-n ROUNDS] CAPTURE...
# Prints a table of wall times, of the most memory that was resident, and of ratios. ESPIAL names another build's folder.
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P) || exit
[ -d "$home/target/test-classes" ] || { echo "$0: run mvn -q -B package -DskipTests first" >&2; exit 2; }
rounds=3
if [ "${1:-}" = -n ]; then
    rounds=$2
    shift 2
fi
[ $# -gt 0 ] || { echo "usage: $0 [-n ROUNDS] CAPTURE..." >&2; exit 2; }
exec java -cp "$home/target/test-classes" io.github.espial.bench.CompareRuns \
    "${ESPIAL:-$home/target/espial}" "$rounds" "$@"
