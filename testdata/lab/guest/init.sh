#!/bin/bash
# First process of the guest: file systems, kernel modules, then the scenarios from the folder shared with the host.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root

mount -t proc proc /proc
mount -t sysfs sys /sys
mkdir -p /dev/pts
mount -t devpts pts /dev/pts
mount -t tmpfs tmp /tmp
mount -t tmpfs run /run
mkdir -p /run/lock /run/netns

modprobe 9pnet_virtio
modprobe 9p
mkdir -p /lab
mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144 share /lab

# Some of these are built into the kernel, and then there is no module to load.
for module in esp4 esp6 xfrm_user af_packet veth bridge 8021q l2tp_ppp ppp_async pppol2tp ppp_generic nf_tables \
    authenc gcm cbc des_generic crypto_null echainiv seqiv; do
    modprobe "$module" 2> /dev/null
done

hostname lab
ip link set lo up
bash /lab/main.sh > /lab/log.txt 2>&1

sync
sleep 1
echo o > /proc/sysrq-trigger
sleep 5
