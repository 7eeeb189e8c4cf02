#!/bin/sh
# Makes captures of many distinct things of each kind; called without arguments it says how. Needs "mvn package -DskipTests"
# before.
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P) || exit
if [ ! -d "$home/target/test-classes" ] || [ ! -d "$home/target/espial/lib" ]; then
    echo "$0: run mvn -q -B package -DskipTests first" >&2
    exit 2
fi
exec java -cp "$home/target/classes:$home/target/test-classes:$home/target/espial/lib/*" \
    io.github.espial.bench.MakeDistinct "$@"
