package io.github.espial.capture.tcpdump;

import io.github.espial.capture.tcpdump.PrintedPacket.Arp;
import io.github.espial.capture.tcpdump.PrintedPacket.Ip;
import io.github.espial.capture.tcpdump.PrintedPacket.Link;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the octets that a line tells of: headers, as far as Espial looks at them. What the line does not tell is made up
 * such that nothing is concluded from it: payloads are noise, of the length that was printed.
 */
final class WrittenPacket {
    /** More than any link carries at once. */
    static final int MOST = 65_600;

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ESP = 50;
    private static final int AH = 51;
    private static final int ICMP = 1;

    /** A protocol that nobody has (RFC 3692): there is a packet, and no more is told. */
    private static final int EXPERIMENT = 253;

    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int LONGEST = 9000;

    /** Addresses asked for that are remembered. */
    private static final int MOST_ASKED = 10_000;

    private static final Pattern PORT = Pattern.compile("([0-9a-fA-F.:]+)\\.(\\d{1,5})");
    private static final Pattern SPI = Pattern.compile(
            ".*?\\b(ESP|AH)\\(spi=0x([0-9a-f]{1,8}),seq=0x([0-9a-f]{1,8})\\).*|(ESP) ESP \\(SPI=0x([0-9a-f]{1,8})\\).*");
    private static final Pattern LENGTH = Pattern.compile(".*\\blength (\\d{1,5})\\b.*");
    private static final Pattern IKE_V2 =
            Pattern.compile(".*?\\b(parent_sa|child_sa|inf2)(?: +\\w++)?\\[([IRV]*)\\].*");

    /** As they are printed with {@code -v}. */
    private static final Pattern COOKIES = Pattern.compile(".*?\\bcookie ([0-9a-f]{16})->([0-9a-f]{16})\\b.*");

    /** Who asked for each address last. */
    private final Map<String, String> askers = new HashMap<>();

    /** How many packets of an SPI were written whose sequence numbers are not printed. */
    private final Map<Integer, Integer> counted = new HashMap<>();

    private final ByteBuffer octets = ByteBuffer.allocate(MOST);

    /** The octets that were written last, from 0 to the limit. */
    ByteBuffer octets() {
        return octets;
    }

    /** Writes a packet; false where it tells of none after all, such as with an address that is none. */
    boolean write(PrintedPacket packet) {
        octets.clear();
        if (packet.body() instanceof Arp arp) {
            return packet.link().isPresent() && arp(packet.link().get(), arp);
        }
        return packet.body() instanceof Ip ip && ip(packet.link(), ip);
    }

    private void ethernet(Link link, int type) {
        mac(link.destination());
        mac(link.source());
        if (link.vlan() >= 0) {
            octets.putShort((short) 0x8100);
            octets.putShort((short) (link.vlan() & 0xfff));
        }
        octets.putShort((short) type);
    }

    private void mac(long mac) {
        octets.putShort((short) (mac >>> 32));
        octets.putInt((int) mac);
    }

    private boolean arp(Link link, Arp arp) {
        Optional<IpAddress> first = address(arp.first());
        if (!arp.isReply() && askers.size() < MOST_ASKED) {
            askers.put(arp.first(), arp.second());
        }
        // Whom a reply is for is not printed: it is who asked last.
        Optional<IpAddress> second =
                address(arp.isReply() ? askers.getOrDefault(arp.first(), "0.0.0.0") : arp.second());
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        ethernet(link, 0x0806);
        octets.putInt(0x0001_0800);
        octets.putShort((short) 0x0604);
        octets.putShort((short) (arp.isReply() ? 2 : 1));
        mac(arp.isReply() ? MacAddress.parse(arp.second()).octets() : link.source());
        octets.putInt((int) (arp.isReply() ? first : second).get().low());
        mac(arp.isReply() ? link.destination() : 0);
        octets.putInt((int) (arp.isReply() ? second : first).get().low());
        octets.flip();
        return true;
    }

    private boolean ip(Optional<Link> link, Ip ip) {
        OptionalInt sourcePort = port(ip.source());
        OptionalInt destinationPort = port(ip.destination());
        boolean hasPorts = sourcePort.isPresent() && destinationPort.isPresent();
        Optional<IpAddress> source = address(hasPorts ? withoutPort(ip.source()) : ip.source());
        Optional<IpAddress> destination = address(hasPorts ? withoutPort(ip.destination()) : ip.destination());
        if (source.isEmpty()
                || destination.isEmpty()
                || source.get().version() != destination.get().version()) {
            return false;
        }
        boolean isSix = source.get().version() == 6;
        link.ifPresent(ends -> ethernet(ends, isSix ? 0x86dd : 0x0800));
        int start = octets.position();
        octets.position(start + (isSix ? IPV6_HEADER : IPV4_HEADER));
        int protocol = payload(ip.text(), sourcePort.orElse(0), destinationPort.orElse(0), hasPorts);
        int end = octets.position();
        octets.position(start);
        if (isSix) {
            six(source.get(), destination.get(), protocol, end - start - IPV6_HEADER);
        } else {
            four(source.get(), destination.get(), protocol, end - start);
        }
        octets.position(end);
        octets.flip();
        return true;
    }

    private void four(IpAddress source, IpAddress destination, int protocol, int length) {
        int start = octets.position();
        octets.putShort((short) 0x4500);
        octets.putShort((short) length);
        octets.putInt(0x0000_4000);
        octets.put((byte) 64);
        octets.put((byte) protocol);
        octets.putShort((short) 0);
        octets.putInt((int) source.low());
        octets.putInt((int) destination.low());
        int sum = 0;
        for (int i = 0; i < IPV4_HEADER; i += 2) {
            sum += octets.getShort(start + i) & 0xffff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        octets.putShort(start + 10, (short) ~((sum & 0xffff) + (sum >>> 16)));
    }

    private void six(IpAddress source, IpAddress destination, int protocol, int length) {
        octets.putInt(0x6000_0000);
        octets.putShort((short) length);
        octets.put((byte) protocol);
        octets.put((byte) 64);
        octets.putLong(source.high());
        octets.putLong(source.low());
        octets.putLong(destination.high());
        octets.putLong(destination.low());
    }

    /** Writes what is in the IP packet, and tells its protocol. */
    private int payload(String text, int sourcePort, int destinationPort, boolean hasPorts) {
        Matcher spi = SPI.matcher(text);
        int length = length(text);
        if (spi.matches()) {
            boolean isListed = spi.group(4) != null;
            int value = Integer.parseUnsignedInt(spi.group(isListed ? 5 : 2), 16);
            int sequence = isListed ? next(value) : Integer.parseUnsignedInt(spi.group(3), 16);
            if (hasPorts) {
                udp(sourcePort, destinationPort, Math.max(8, length));
            }
            boolean isAh = "AH".equals(spi.group(1));
            if (isAh) {
                octets.putInt(0x3b04_0000);
            }
            octets.putInt(value);
            octets.putInt(sequence);
            noise(Math.max(0, (isListed ? length - 34 : length) - 8));
            return hasPorts ? UDP : isAh ? AH : ESP;
        }
        if (hasPorts && text.contains("isakmp")) {
            boolean isNat = text.startsWith("NONESP-encap");
            if (text.contains("isakmp-nat-keep-alive")) {
                udp(sourcePort, destinationPort, 1);
                octets.put((byte) 0xff);
            } else {
                udp(sourcePort, destinationPort, (isNat ? 4 : 0) + 28);
                if (isNat) {
                    octets.putInt(0);
                }
                ike(text);
            }
            return UDP;
        }
        if (hasPorts && text.startsWith("Flags [")) {
            octets.putShort((short) sourcePort);
            octets.putShort((short) destinationPort);
            octets.putLong(0);
            octets.putInt(0x5010_0400);
            octets.putInt(0);
            return TCP;
        }
        if (hasPorts) {
            udp(sourcePort, destinationPort, 0);
            return UDP;
        }
        if (text.startsWith("ICMP echo re")) {
            octets.putLong(text.startsWith("ICMP echo request") ? 0x0800_0000_0000_0000L : 0);
            return ICMP;
        }
        return EXPERIMENT;
    }

    /** The sequence number after the one before, so that neither loss nor repetition shows. */
    private int next(int spi) {
        return counted.size() < MOST_ASKED || counted.containsKey(spi) ? counted.merge(spi, 1, Integer::sum) : 1;
    }

    private void udp(int sourcePort, int destinationPort, int payload) {
        octets.putShort((short) sourcePort);
        octets.putShort((short) destinationPort);
        octets.putShort((short) (8 + payload));
        octets.putShort((short) 0);
    }

    /**
     * A header of IKE without payloads. Where its SPIs are not printed they are 1 and 2: they cannot be zero, and nobody
     * takes these for those of an implementation.
     */
    private void ike(String text) {
        Matcher second = IKE_V2.matcher(text);
        Matcher cookies = COOKIES.matcher(text);
        boolean arePrinted = cookies.matches();
        boolean isSecond = second.matches();
        boolean isResponse = isSecond ? second.group(2).contains("R") : text.contains(" R ");
        boolean isInit = isSecond ? text.contains("ikev2_init") : text.contains("phase 1");
        octets.putLong(arePrinted ? Long.parseUnsignedLong(cookies.group(1), 16) : 1);
        long responder = isInit && !isResponse ? 0 : 2;
        octets.putLong(arePrinted ? Long.parseUnsignedLong(cookies.group(2), 16) : responder);
        octets.put((byte) 0);
        octets.put((byte) (isSecond ? 0x20 : 0x10));
        octets.put((byte) exchange(text, isSecond));
        octets.put((byte) (isSecond ? (isResponse ? 0x20 : 0x08) : 0));
        octets.putInt(isInit ? 0 : 1);
        octets.putInt(28);
    }

    private static int exchange(String text, boolean isSecond) {
        if (isSecond) {
            return text.contains("ikev2_init")
                    ? 34
                    : text.contains("ikev2_auth") ? 35 : text.contains("inf2") ? 37 : 36;
        }
        return text.contains("oakley-quick") ? 32 : text.contains(" inf") ? 5 : text.contains("agg") ? 4 : 2;
    }

    /** Ciphertext looks like noise, and so does this: whatever looks for packets in the clear finds none. */
    private void noise(int length) {
        int state = 0x2545_f491;
        for (int i = 0; i < Math.min(length, LONGEST); i++) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            octets.put((byte) state);
        }
    }

    private static int length(String text) {
        Matcher length = LENGTH.matcher(text);
        return length.matches() ? Math.min(Integer.parseInt(length.group(1)), LONGEST) : 0;
    }

    /** Behind four numbers, or behind an IPv6 address, a port follows a dot. */
    private static OptionalInt port(String word) {
        Matcher port = PORT.matcher(word);
        boolean isSix = word.indexOf(':') >= 0;
        boolean hasPort = port.matches()
                && (isSix || word.chars().filter(one -> one == '.').count() == 4);
        int number = hasPort ? Integer.parseInt(port.group(2)) : -1;
        return number >= 0 && number <= 0xffff ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static String withoutPort(String word) {
        return word.substring(0, word.lastIndexOf('.'));
    }

    private static Optional<IpAddress> address(String word) {
        try {
            return Optional.of(IpAddress.parse(word));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
