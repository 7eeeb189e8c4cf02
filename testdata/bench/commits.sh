#!/bin/sh
# Compares two commits over captures or cases: commits.sh [-n ROUNDS] FOLDER BEFORE AFTER INPUT...
# Builds both in FOLDER, or takes what was built there before, and runs espial analyze of each by turns, ROUNDS (7) times.
# Prints wall time, processor time and memory of both, what AFTER takes of BEFORE, and whether their JSON is the same.
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P) || exit
[ -d "$home/target/test-classes" ] || { echo "$0: run mvn -q -B package -DskipTests first" >&2; exit 2; }
rounds=7
if [ "${1:-}" = -n ]; then
    rounds=$2
    shift 2
fi
[ $# -ge 4 ] || { echo "usage: $0 [-n ROUNDS] FOLDER BEFORE AFTER INPUT..." >&2; exit 2; }
folder=$1 before=$2 after=$3
shift 3

# Sets "built" to the program of commit $1: a copy of its files, so that no work tree of this repository changes.
build() {
    commit=$(git -C "$home" rev-parse --verify --quiet "$1^{commit}") || { echo "$0: no commit $1" >&2; exit 2; }
    built=$folder/$commit/target/espial
    if [ ! -x "$built/bin/espial" ]; then
        mkdir -p "$folder/$commit" || exit
        git -C "$home" archive "$commit" | tar -x -C "$folder/$commit" || exit
        (cd "$folder/$commit" && mvn -q -B package -DskipTests) >&2 || exit
    fi
}

build "$before"
program_before=$built
build "$after"
exec java -cp "$home/target/test-classes" io.github.espial.bench.CompareCommits \
    "$rounds" "$program_before" "$built" "$@"
