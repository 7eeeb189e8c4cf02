package io.github.espial.cli;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.read.CaptureReader;
import io.github.espial.redact.mapping.Mapping;
import io.github.espial.redact.mapping.RedactionKey;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The addresses and MACs of a case that must not be told, found without the program's dissection: at their fixed places in
 * Ethernet, IPv4 and ARP, and by their form in texts.
 */
final class Originals {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 =
            Pattern.compile("(?<![\\d.])" + OCTET + "(?:\\." + OCTET + "){3}(?![\\d.]*\\d)");
    private static final Pattern MAC =
            Pattern.compile("(?i)(?<![0-9a-f:])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![:-]?[0-9a-f])");
    private static final int MOST_KEYS = 1000;

    private final Set<IpAddress> addresses = new TreeSet<>();
    private final Set<MacAddress> macs = new TreeSet<>();

    /** Those in the files of {@code path}, and in a report on them. */
    static Originals of(Path path, String report) throws IOException {
        Originals originals = new Originals();
        originals.addText(report);
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().matches(".*\\.pcap(ng)?")) {
                    CaptureReader.read(
                            CaptureSource.file(file),
                            frame -> originals.addFrame(
                                    frame.octets(), frame.start(), frame.capturedLength(), frame.linkType()),
                            ReadProgress.NONE);
                } else if (!file.toString().endsWith(".log") && !file.toString().endsWith(".json")) {
                    originals.addText(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return originals;
    }

    Set<IpAddress> addresses() {
        return addresses;
    }

    Set<MacAddress> macs() {
        return macs;
    }

    /** A key under which none becomes another of them: otherwise to find one would mean nothing. */
    String key() {
        for (int number = 0; number < MOST_KEYS; number++) {
            String key = "a key for tests, number " + number;
            Mapping mapping = Mapping.of(RedactionKey.of(key.getBytes(StandardCharsets.UTF_8)));
            Set<Object> mapped = new HashSet<>();
            addresses.forEach(address -> mapped.add(mapping.addresses().of(address)));
            macs.forEach(mac -> mapped.add(mapping.macs().of(mac)));
            if (addresses.stream().noneMatch(mapped::contains) && macs.stream().noneMatch(mapped::contains)) {
                return key;
            }
        }
        throw new IllegalStateException("no key keeps them apart: " + addresses);
    }

    /** Those that a text holds. */
    List<String> in(String text) {
        Originals found = new Originals();
        found.addText(text);
        found.addresses.retainAll(addresses);
        found.macs.retainAll(macs);
        return Stream.concat(
                        Stream.concat(
                                found.addresses.stream().map(Object::toString),
                                found.macs.stream().map(Object::toString)),
                        macs.stream().map(Originals::suffix).filter(text.toLowerCase(Locale.ROOT)::contains))
                .toList();
    }

    /** Those that octets hold, in the order of the network, or the halves of a MAC around ff:fe. */
    List<String> in(byte[] octets) {
        String all = new String(octets, StandardCharsets.ISO_8859_1);
        return Stream.concat(
                        addresses.stream()
                                .filter(address -> all.contains(octets(address)))
                                .map(Object::toString),
                        macs.stream()
                                .filter(mac -> all.contains(octets(mac)) || all.contains("\u00ff\u00fe" + end(mac)))
                                .map(Object::toString))
                .toList();
    }

    private void addFrame(ByteBuffer octets, int start, int length, int linkType) {
        if (linkType != 1 || length < 14) {
            return;
        }
        addMac(mac(octets, start));
        addMac(mac(octets, start + 6));
        int type = octets.getShort(start + 12) & 0xffff;
        if (type == 0x0800 && length >= 34) {
            addAddress(octets.getInt(start + 26));
            addAddress(octets.getInt(start + 30));
        } else if (type == 0x0806 && length >= 42) {
            addMac(mac(octets, start + 22));
            addAddress(octets.getInt(start + 28));
            addMac(mac(octets, start + 32));
            addAddress(octets.getInt(start + 38));
        }
    }

    private void addText(String text) {
        for (Matcher word = IPV4.matcher(text); word.find(); ) {
            addAddress((int) IpAddress.parse(word.group()).low());
        }
        for (Matcher word = MAC.matcher(text); word.find(); ) {
            addMac(MacAddress.parse(word.group()).octets());
        }
    }

    /** Roles, masks, and whole special ranges are told by design. */
    private void addAddress(int address) {
        int first = address >>> 24;
        boolean isMask = (~address & (~address + 1)) == 0;
        boolean isRange = List.of(
                        "10.0.0.0",
                        "172.16.0.0",
                        "192.168.0.0",
                        "192.0.2.0",
                        "198.51.100.0",
                        "203.0.113.0",
                        "100.64.0.0",
                        "169.254.0.0")
                .contains(IpAddress.ofIpv4(address).toString());
        if (first != 0 && first != 127 && first < 224 && !isMask && !isRange) {
            addresses.add(IpAddress.ofIpv4(address));
        }
    }

    private void addMac(long mac) {
        MacAddress address = new MacAddress(mac);
        if (mac != 0 && !address.isGroup() && !address.isVirtualRouter()) {
            macs.add(address);
        }
    }

    private static long mac(ByteBuffer octets, int at) {
        return octets.getLong(at) >>> 16;
    }

    private static String suffix(MacAddress mac) {
        return mac.toString().substring(9);
    }

    private static String octets(IpAddress address) {
        return latin(ByteBuffer.allocate(4).putInt((int) address.low()).array());
    }

    private static String octets(MacAddress mac) {
        return latin(ByteBuffer.allocate(8).putLong(mac.octets()).array()).substring(2);
    }

    private static String end(MacAddress mac) {
        return octets(mac).substring(3);
    }

    private static String latin(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
