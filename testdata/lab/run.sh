#!/usr/bin/env bash
# Makes captures of real IPsec traffic, misrouted and not.
#
#     run.sh WORKFOLDER SCENARIO...
#
# Needs Debian 12, root, and the packages qemu-system-x86 and debootstrap. The first run builds a guest system (about
# two minutes, 1.7 GB in WORKFOLDER). The guest runs under software emulation, so no KVM is needed, and has no network
# card: nothing leaves it. Each scenario leaves its captures in WORKFOLDER/share/out/SCENARIO.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=$1
shift
share=$work/share
mkdir -p "$share"

packages=iproute2,iputils-ping,iputils-arping,tcpdump,nftables
packages+=,strongswan-charon,strongswan-swanctl
packages+=,libcharon-extra-plugins,libstrongswan-extra-plugins,libstrongswan-standard-plugins
packages+=,xl2tpd,ppp,iperf3,procps,kmod,ethtool,python3-minimal,wireshark-common,linux-image-amd64

if [ ! -f "$work/root.img" ]; then
    mirror=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/*.sources)
    debootstrap --variant=minbase --include="$packages" bookworm "$work/rootfs" "$mirror"
    install -m 755 "$here/guest/init.sh" "$work/rootfs/init.sh"
    mkfs.ext4 -q -d "$work/rootfs" -F "$work/root.img" 1800M
fi

cp "$here"/guest/*.sh "$here"/guest/*.py "$share/"
echo "$*" > "$share/scenarios.txt"

timeout 3000 qemu-system-x86_64 -machine q35,accel=tcg -cpu max -m 3072 -smp 2 -nographic -no-reboot \
    -kernel "$work"/rootfs/boot/vmlinuz-* -initrd "$work"/rootfs/boot/initrd.img-* \
    -append "root=/dev/vda rw console=ttyS0 init=/init.sh quiet panic=-1" \
    -drive file="$work/root.img",if=virtio,format=raw,snapshot=on \
    -virtfs local,path="$share",mount_tag=share,security_model=none -nic none > "$work/console.txt"
