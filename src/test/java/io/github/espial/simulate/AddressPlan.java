package io.github.espial.simulate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Hands out addresses of one link, of far ends and of hosts on the Internet, and MACs; none of them twice. */
final class AddressPlan {
    private final Dice dice;
    private final boolean isIpv6;
    private final String link;
    private final Set<String> taken = new HashSet<>();

    /** @param number of the link within the network, so that two links differ */
    AddressPlan(Dice dice, boolean isIpv6, int number) {
        this.dice = dice;
        this.isIpv6 = isIpv6;
        int net = dice.between(0, 99) * 2 + number;
        // No part of it is 0: as text that would be written otherwise than here (RFC 5952 §4.2).
        link = isIpv6
                ? String.format(Locale.ROOT, "2001:db8:%x:%x::", 1 + number, 1 + net)
                : dice.oneOf("10.9.", "172.20.", "192.168.") + net + ".";
    }

    boolean isIpv6() {
        return isIpv6;
    }

    /** The prefix, with its length. */
    String prefix() {
        return isIpv6 ? link + "/64" : link + "0/24";
    }

    /** The host of that number, from 1 to 254, or another where it is taken. */
    String host(int number) {
        for (int tried = number; ; tried = dice.between(1, 254)) {
            String address = link + (isIpv6 ? Integer.toHexString(tried) : Integer.toString(tried));
            if (taken.add(address)) {
                return address;
            }
        }
    }

    /** Someone elsewhere. */
    String farAway() {
        while (true) {
            String address = isIpv6
                    ? String.format(
                            Locale.ROOT, "2001:db8:%x::%x", dice.between(0xa000, 0xefff), dice.between(1, 0xffff))
                    : dice.oneOf("198.", "203.", "81.", "62.") + dice.between(1, 253) + "." + dice.between(1, 253) + "."
                            + dice.between(1, 253);
            if (taken.add(address)) {
                return address;
            }
        }
    }

    /** A network card of {@code maker}, the first three octets of its MAC. */
    String mac(String maker) {
        while (true) {
            String mac = String.format(
                    Locale.ROOT,
                    "%s:%02x:%02x:%02x",
                    maker,
                    dice.between(0, 255),
                    dice.between(0, 255),
                    dice.between(0, 255));
            if (taken.add(mac)) {
                return mac;
            }
        }
    }

    String routerMac() {
        return mac(dice.oneOf("00:1b:21", "f4:cc:55", "00:09:0f", "b0:8b:cf"));
    }

    String hostMac() {
        return mac(dice.oneOf("00:0c:29", "00:15:5d", "3c:fd:fe", "00:50:56"));
    }
}
