package io.github.espial.simulate;

import java.util.Locale;

/** What a machine with one card says of itself, as iproute2 prints it. */
record MachineWords(Machine machine) {
    /** {@code ip route}. */
    String routes() {
        Card card = machine.cards().get(0);
        StringBuilder table = new StringBuilder();
        table.append(line(
                "default via %s dev eth0", machine.standard().first().router().address()));
        table.append(line("%s dev eth0 proto kernel scope link src %s", prefix(card.address()), card.address()));
        for (Peer peer : machine.peers()) {
            String router = peer.proper().first().router().address();
            if (!router.equals(peer.address()) && !peer.proper().equals(machine.standard())) {
                table.append(line("%s via %s dev eth0", peer.address(), router));
            }
        }
        return table.toString();
    }

    /** {@code ip addr}. */
    String addresses() {
        Card card = machine.cards().get(0);
        boolean isIpv6 = card.address().contains(":");
        return line(
                        "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000")
                + line("    link/ether %s brd ff:ff:ff:ff:ff:ff", card.mac())
                + line("    %s %s/%d scope global eth0", isIpv6 ? "inet6" : "inet", card.address(), isIpv6 ? 64 : 24);
    }

    private static String prefix(String address) {
        boolean isIpv6 = address.contains(":");
        String network = address.substring(0, address.lastIndexOf(isIpv6 ? ':' : '.') + 1);
        return network + (isIpv6 ? "/64" : "0/24");
    }

    private static String line(String format, Object... words) {
        return String.format(Locale.ROOT, format, words) + "\n";
    }
}
