#!/bin/sh
# Holds espial batch to what it promises, over generated tickets: batch.sh FOLDER [TICKETS [KILLS [LARGE]]]
# Makes TICKETS (1000) of them, one in twenty broken, and LARGE (2) captures of 1.6 GB; runs once, checks every verdict,
# runs again, kills a run KILLS (20) times, compares what comes of it, and runs tshark over some captures one by one.
# ESPIAL names another build's folder. Exit status 1 when a verdict is wrong or an output differs.
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P) || exit
if [ ! -d "$home/target/test-classes" ] || [ ! -d "$home/target/espial/lib" ]; then
    echo "$0: run mvn -q -B package -DskipTests first" >&2
    exit 2
fi
[ $# -gt 0 ] || { echo "usage: $0 FOLDER [TICKETS [KILLS [LARGE]]]" >&2; exit 2; }
exec java -cp "$home/target/classes:$home/target/test-classes:$home/target/espial/lib/*" \
    io.github.espial.bench.BatchStress "${ESPIAL:-$home/target/espial}/bin/espial" "$home/testdata" \
    "$1" "${2:-1000}" "${3:-20}" "${4:-2}"
