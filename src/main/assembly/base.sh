#!/bin/sh
# Lays what the container image stands on into FOLDER: base.sh FOLDER
# Of Debian's packages, as this machine's sources name them, and without root: the C library, which Java needs, its locale for
# names of files that are not ASCII, and busybox, the launcher's shell. Their control files tell scanners of images what is in it, and in which version.
set -eu
umask 022
[ $# -eq 1 ] || { echo "usage: $0 FOLDER" >&2; exit 2; }
for tool in apt-get dpkg-deb; do
    command -v $tool >/dev/null || { echo "$0: no $tool: the image needs Debian's packages, or -Dimage.base=FOLDER" >&2; exit 1; }
done
mkdir -p "$1"
folder=$(CDPATH='' cd -P -- "$1" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# The download is anybody's to read: apt drops root for it.
chmod 755 .
apt-get -q download libc6 libc-bin busybox-static >apt.log 2>&1 || { cat apt.log >&2; exit 1; }

mkdir -p "$folder/bin" "$folder/lib/x86_64-linux-gnu" "$folder/lib64" "$folder/var/lib/dpkg/status.d" "$folder/etc" \
    "$folder/tmp" "$folder/in" "$folder/out" "$folder/proc" "$folder/sys" "$folder/dev"
chmod 1777 "$folder/tmp" "$folder/out"
for package in *.deb; do
    name=${package%%_*}
    dpkg-deb -x "$package" "$name"
    dpkg-deb -f "$package" >"$folder/var/lib/dpkg/status.d/$name"
    mkdir -p "$folder/usr/share/doc/$name"
    cp "$name/usr/share/doc/$name/copyright" "$folder/usr/share/doc/$name/"
done
# Since Debian 13 libraries and programs lie below usr only.
for library in libc6/lib/x86_64-linux-gnu/*.so* libc6/usr/lib/x86_64-linux-gnu/*.so*; do
    [ ! -f "$library" ] || cp -Lp "$library" "$folder/lib/x86_64-linux-gnu/"
done
ln -sf ../lib/x86_64-linux-gnu/ld-linux-x86-64.so.2 "$folder/lib64/ld-linux-x86-64.so.2"
mkdir -p "$folder/usr/lib/locale"
cp -R libc-bin/usr/lib/locale/C.utf8 "$folder/usr/lib/locale/"
for program in busybox-static/bin/busybox busybox-static/usr/bin/busybox; do
    [ ! -f "$program" ] || cp -p "$program" "$folder/bin/"
done
# busybox' shell has the few other programs that the launcher calls.
ln -sf busybox "$folder/bin/sh"
printf '%s\n' 'root:x:0:0:root:/:/bin/sh' 'espial:x:65532:65532:Espial:/in:/bin/sh' >"$folder/etc/passwd"
printf '%s\n' 'root:x:0:' 'espial:x:65532:' >"$folder/etc/group"
