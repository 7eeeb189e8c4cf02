#!/bin/sh
# Installs what -Pdist packed where there is no Java, and holds it to what src/docs/install.md says of it:
# clean-root.sh DIST BUILT TESTDATA [MIRROR]
# DIST holds the packages, BUILT the same program without a Java, TESTDATA the cases. A small Debian is made of MIRROR for the
# Debian package, the RPM and the archive; the image's own layers are the root of the image. All reports must be, octet for
# octet, those that BUILT writes with every Java on this machine. Skipped, with a line that says why, where there is no root
# or no debootstrap. Exit status 1 when something is not as it should be.
set -eu
[ $# -ge 3 ] || { echo "usage: $0 DIST BUILT TESTDATA [MIRROR]" >&2; exit 2; }
dist=$(cd "$1" && pwd) built=$(cd "$2" && pwd) testdata=$(cd "$3" && pwd) mirror=${4:-http://deb.debian.org/debian}

skip() {
    echo "clean-root.sh: skipped: $1" >&2
    exit 0
}
fail() {
    echo "clean-root.sh: FAILED: $1" >&2
    exit 1
}
passed() {
    echo "clean-root.sh: $1" >&2
}

[ "$(uname -sm)" = "Linux x86_64" ] || skip "the packages are for Linux on x64"
[ "$(id -u)" -eq 0 ] || skip "only root can change into another root"
command -v debootstrap >/dev/null || skip "there is no debootstrap"
package=$(echo "$dist"/*.deb) rpm=$(echo "$dist"/*.rpm) archive=$(echo "$dist"/*-linux-x64.tar.gz)
for file in "$package" "$rpm" "$archive"; do
    [ -f "$file" ] || fail "$file is not there: mvn -q -B package -DskipTests -Pdist makes it"
done

# What is mounted is let go of last things first, and nothing is removed that is still mounted.
work=$(mktemp -d /var/tmp/clean-root.XXXXXX)
chmod 755 "$work"
mounts=
unmount() {
    for place in $mounts; do
        umount "$place" || exit 1
    done
    mounts=
}
trap 'unmount; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mounted() {
    mount "$@"
    for place do :; done
    mounts="$place $mounts"
}

# Cases, one with a name that is not ASCII, and a capture packed by zstd where there is what packs it.
mkdir "$work/cases" "$work/expected"
for case in misrouted-ikev2 fixed-ikev2 two-nics gateway-gcm; do
    cp -R "$testdata/$case" "$work/cases/"
done
cp "$testdata/no-arp/capture.pcap" "$work/cases/Störung 7.pcap"
if command -v zstd >/dev/null; then
    zstd -q "$testdata/l2tp-ipsec/capture.pcap" -o "$work/cases/packed.pcap.zst"
fi
chmod -R a+rX "$work/cases"
formats="json txt html csv pdf png"
reports() { # reports FOLDER: the words of one call that writes every format into it
    printf 'analyze misrouted-ikev2'
    for format in $formats; do
        printf ' -o %s/report.%s' "$1" "$format"
    done
    printf ' -o %s/charts/' "$1"
}
is() { # is STATUS COMMAND...: its output goes to a file, which is shown when the status is another
    expected=$1
    shift
    status=0
    "$@" >"$work/output" 2>&1 || status=$?
    [ $status -eq "$expected" ] || { cat "$work/output" >&2; fail "exit status $status instead of $expected: $*"; }
}
same() { # same analyze|batch FOLDER WHO; what a batch notes for its next run, and the page of its index, tell times
    diff -rq -x '.espial.*' -x case.json -x index.html "$work/expected/$1" "$2" >&2 || fail "$3: other octets than those of Java$javas"
}

# What the program without a Java writes, with each Java there is: the oracle.
javas=
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -x "$home/bin/java" ] && [ ! -L "$home" ] && [ -r "$home/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    [ "${version:-0}" -ge 17 ] || continue
    case " $javas " in *" $version "*) continue ;; esac
    mkdir -p "$work/java/$version/analyze"
    cd "$work/cases"
    # shellcheck disable=SC2046
    JAVA_HOME=$home is 1 "$built/bin/espial" $(reports "$work/java/$version/analyze")
    JAVA_HOME=$home is 1 "$built/bin/espial" batch "$work/cases" -o "$work/java/$version/batch"
    if [ -n "$javas" ]; then
        same analyze "$work/java/$version/analyze" "Java $version"
        same batch "$work/java/$version/batch" "Java $version"
    else
        rm -r "$work/expected"
        cp -R "$work/java/$version" "$work/expected"
    fi
    javas="$javas $version"
done
[ -n "$javas" ] || fail "no Java here to compare with"
passed "the same reports with Java$javas"

# The root without Java. Its own manual reader and packagers are installed, and nothing that Espial does not name.
root=$work/root
debootstrap --variant=minbase --include=man-db,rpm stable "$root" "$mirror" >"$work/debootstrap.log" 2>&1 || {
    tail -3 "$work/debootstrap.log" >&2
    skip "no Debian can be made of $mirror"
}
mounted -t proc proc "$root/proc"
mkdir "$root/cases" "$root/out"
cp -R "$work/cases/." "$root/cases/"
inside() { # inside COMMAND...: as nobody, in the folder of the cases, with an empty environment
    # shellcheck disable=SC2016
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot --userspec=65534:65534 "$root" sh -c 'cd /cases && exec "$@"' sh "$@"
}
if inside sh -c 'command -v java' >/dev/null; then
    fail "there is a Java in the root that should have none"
fi

main_job() { # main_job PROGRAM WHO: analyzes and diagnoses all cases, and holds the output to the oracle
    rm -rf "$root/out"
    mkdir -m 1777 "$root/out"
    # The archive of loaded classes must be one that this Java takes.
    # shellcheck disable=SC2046
    is 1 inside env ESPIAL_OPTS=-XX:AOTMode=on "$1" $(reports /out)
    same analyze "$root/out" "$2"
    is 1 inside "$1" batch /cases -o /out/batch
    same batch "$root/out/batch" "$2"
    is 0 inside "$1" --version
}
shared() { # shared WHO: manual and completion where a system looks for them
    is 0 inside man -P cat espial
    grep -q 'left for the wrong next hop' "$work/output" || fail "$1: no manual"
    # shellcheck disable=SC2016
    is 0 inside bash -c '. /usr/share/bash-completion/completions/espial && complete -p espial'
    grep -q ' espial$' "$work/output" || fail "$1: bash completes nothing"
    for file in zsh/site-functions/_espial fish/vendor_completions.d/espial.fish; do
        [ -r "$root/usr/share/$file" ] || fail "$1: no $file"
    done
}
gone() {
    for path in opt/espial usr/bin/espial usr/share/man/man1/espial.1; do
        [ ! -e "$root/$path" ] || fail "$1 leaves $path behind"
    done
}

cp "$package" "$root/espial.deb"
is 0 chroot "$root" dpkg -i /espial.deb
main_job espial "the Debian package"
shared "the Debian package"
is 0 chroot "$root" dpkg -P espial
gone "the Debian package"
passed "installed, run and purged as a Debian package"

cp "$rpm" "$root/espial.rpm"
# Of Debian's packages the other packager knows nothing.
is 0 chroot "$root" rpm -i --nodeps /espial.rpm
main_job espial "the RPM"
shared "the RPM"
is 0 chroot "$root" rpm -e espial
gone "the RPM"
passed "installed, run and erased as an RPM"

mkdir "$root/anywhere"
tar -xzf "$archive" -C "$root/anywhere"
main_job "/anywhere/$(ls "$root/anywhere")/bin/espial" "the archive"
passed "unpacked and run from the archive"

image=$(echo "$dist"/*-image.tar)
if [ ! -f "$image" ]; then
    passed "no image was made: not tried"
    exit 0
fi
mkdir "$work/image" "$work/layers"
tar -xf "$image" -C "$work/image"
# The configuration's path comes first in manifest.json, then those of the layers in their order.
blobs=$(tr '",[]' '\n' <"$work/image/manifest.json" | grep '^blobs/')
configuration=$work/image/$(echo "$blobs" | head -1)
for layer in $(echo "$blobs" | sed 1d); do
    tar -xzf "$work/image/$layer" -C "$work/layers"
done
user=$(sed -n 's/.*"User":"\([^"]*\)".*/\1/p' "$configuration")
command=$(sed -n 's/.*"Entrypoint":\[\([^]]*\)\],"Cmd":\[\([^]]*\)\].*/\1,\2/p' "$configuration" | tr -d '"' | tr , ' ')
[ "$user" = 65532:65532 ] || fail "the image runs as $user"
# As a container engine would: the root read-only with the few devices of all containers, /in read-only, only /out writable.
mounted --bind "$work/layers" "$work/layers"
mount -o remount,bind,ro "$work/layers"
mounted -t proc proc "$work/layers/proc"
mounted -t tmpfs tmpfs "$work/layers/dev"
mknod -m 666 "$work/layers/dev/null" c 1 3
mknod -m 666 "$work/layers/dev/urandom" c 1 9
mounted --bind "$work/cases" "$work/layers/in"
mount -o remount,bind,ro "$work/layers/in"
mkdir -m 1777 "$work/out"
mounted --bind "$work/out" "$work/layers/out"
contained() {
    # shellcheck disable=SC2016
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 chroot --userspec="$user" "$work/layers" /bin/sh -c 'cd /in && exec "$@"' sh "$@"
}
if contained sh -c ': >/tmp/file' 2>/dev/null; then
    fail "the root of the image is not read-only"
fi
# shellcheck disable=SC2086
is 1 contained $command
same batch "$work/out" "the image"
mkdir -m 1777 "$work/out/one"
# shellcheck disable=SC2046
is 1 contained env ESPIAL_OPTS=-XX:AOTMode=on /opt/espial/bin/espial $(reports /out/one)
same analyze "$work/out/one" "the image"
passed "the image's command run from its layers, as $user in a read-only root"
