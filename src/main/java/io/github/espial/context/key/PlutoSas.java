package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.Secret;
import io.github.espial.context.UdpPorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SAs that pluto's log tells of. An SA's keys are shown when it is installed, its SPI either there or with its
 * algorithms on the line that says that the tunnel is up; {@code our keymat} is for what arrives here, {@code peer
 * keymat} for what leaves.
 */
final class PlutoSas {
    private static final Pattern IKE = Pattern.compile(
            "ikev([12]) ([IR]) 0x([0-9a-f]{16}) 0x([0-9a-f]{16}) ([^:]*):(?:0x)?([0-9a-f]*) ([^:]*):(?:0x)?([0-9a-f]*)\\s*");
    private static final Pattern DUMP = Pattern.compile("((?:ESP|AH) (?:enc|auth)key:|(?:our|peer) +keymat)\\s*(.*)");
    private static final Pattern ROW = Pattern.compile("\\s+((?:[0-9a-f]{2}\\s+)*[0-9a-f]{2})\\s*");
    private static final Pattern SAID = Pattern.compile(".*\\b(?:esp|ah)[.:](?:0x)?([0-9a-f]{1,8})@([0-9a-fA-F.:]+).*");
    private static final Pattern ESTABLISHED =
            Pattern.compile(".*\\{(ESP|AH)(inUDP)?(/ESN)?=>(0x[0-9a-f]+) <(0x[0-9a-f]+) xfrm=([^\\s-]+)-(\\S+).*");

    private final ContextNotes notes;
    private final List<Half> halves = new ArrayList<>();
    private Optional<HexDump> dump = Optional.empty();
    private byte[] incoming = new byte[0];
    private byte[] outgoing = new byte[0];
    private Optional<Matcher> initiatorOfIke = Optional.empty();

    /** The SA of one direction. */
    private static final class Half {
        private final int line;
        private byte[] encryption = new byte[0];
        private byte[] integrity = new byte[0];
        private Optional<String> spi = Optional.empty();
        private Optional<String> destination = Optional.empty();

        private Half(int line) {
            this.line = line;
        }
    }

    PlutoSas(ContextNotes notes) {
        this.notes = notes;
    }

    /** Takes a line after its {@code |}. */
    void debug(int line, String text) {
        Matcher row = ROW.matcher(text);
        if (dump.isPresent() && row.matches()) {
            dump.get().take(row.group(1));
            return;
        }
        finishDump();
        Matcher start = DUMP.matcher(text);
        Matcher ike = IKE.matcher(text);
        Matcher said = SAID.matcher(text);
        if (start.matches()) {
            HexDump begun = new HexDump(start.group(1), line, Integer.MAX_VALUE);
            begun.take(start.group(2));
            dump = Optional.of(begun);
        } else if (ike.matches()) {
            ike(line, ike);
        } else if (said.matches() && !halves.isEmpty()) {
            Half last = halves.get(halves.size() - 1);
            if (last.spi.isEmpty()) {
                last.spi = Optional.of("0x" + said.group(1));
                last.destination = Optional.of(said.group(2));
            }
        }
    }

    /** Takes what a line says of a connection. */
    void message(int line, String text) {
        finishDump();
        Matcher established = ESTABLISHED.matcher(text);
        if (established.matches()) {
            if (halves.isEmpty()) {
                return;
            }
            halves.forEach(half -> install(half, established, text));
            forget();
        } else if (text.contains("=>0x")) {
            notes.problem(line, "SAs in a form that is not known");
        }
    }

    /** The log has ended. */
    void finish() {
        finishDump();
        for (Half half : halves) {
            notes.problem(half.line, "keys of an SA whose algorithms the log does not tell");
        }
    }

    private void finishDump() {
        if (dump.isEmpty()) {
            return;
        }
        HexDump whole = dump.get();
        dump = Optional.empty();
        String name = whole.name();
        if (name.startsWith("our")) {
            incoming = whole.octets();
        } else if (name.startsWith("peer")) {
            outgoing = whole.octets();
        } else if (name.endsWith("enckey:")) {
            Half half = new Half(whole.line());
            half.encryption = whole.octets();
            halves.add(half);
        } else {
            if (halves.isEmpty() || halves.get(halves.size() - 1).integrity.length > 0) {
                halves.add(new Half(whole.line()));
            }
            halves.get(halves.size() - 1).integrity = whole.octets();
        }
    }

    private void install(Half half, Matcher established, String text) {
        SaDraft sa = new SaDraft(KeyDialect.LIBRESWAN, half.line, notes);
        Optional<String> spi = half.spi.or(() -> spiByKeys(half, established));
        if (spi.isEmpty()) {
            notes.problem(half.line, "keys of an SA whose SPI the log does not tell");
            return;
        }
        sa.spi(half.line, spi.get());
        half.destination.ifPresent(destination -> sa.destination = sa.address(half.line, destination));
        sa.protocol(established.group(1));
        if (established.group(2) != null) {
            sa.encapsulation = Optional.of(new UdpPorts(0, 0));
        }
        sa.extendedSequenceNumbers = Optional.of(established.group(3) != null);
        if (text.contains("tunnel")) {
            sa.mode("tunnel");
        } else if (text.contains("transport")) {
            sa.mode("transport");
        }
        sa.encryption = Optional.of(keyed(established.group(6), half.encryption));
        sa.integrity = Optional.of(keyed(established.group(7), half.integrity));
        sa.finish();
    }

    private Optional<String> spiByKeys(Half half, Matcher established) {
        if (startsWith(outgoing, half)) {
            return Optional.of(established.group(4));
        }
        return startsWith(incoming, half) ? Optional.of(established.group(5)) : Optional.empty();
    }

    /** Keying material is the encryption key and then the integrity key (RFC 7296 §2.17). */
    private static boolean startsWith(byte[] material, Half half) {
        int encrypting = half.encryption.length;
        int both = encrypting + half.integrity.length;
        return both > 0
                && material.length >= both
                && Arrays.equals(material, 0, encrypting, half.encryption, 0, encrypting)
                && Arrays.equals(material, encrypting, both, half.integrity, 0, half.integrity.length);
    }

    private static KeyedAlgorithm keyed(String name, byte[] key) {
        return new KeyedAlgorithm(name, Secret.of(key), OptionalInt.empty());
    }

    private void forget() {
        halves.clear();
        incoming = new byte[0];
        outgoing = new byte[0];
    }

    private void ike(int line, Matcher ike) {
        if (ike.group(2).equals("I")) {
            initiatorOfIke = Optional.of(ike);
        }
        try {
            if (ike.group(1).equals("1") && ike.group(2).equals("I")) {
                version1(line, ike);
            } else if (ike.group(1).equals("2")
                    && ike.group(2).equals("R")
                    && initiatorOfIke.isPresent()
                    && initiatorOfIke.get().group(3).equals(ike.group(3))) {
                version2(line, initiatorOfIke.get(), ike);
            }
        } catch (IllegalArgumentException wrong) {
            notes.problem(line, "a key of an IKE SA is " + wrong.getMessage());
        }
    }

    private void version1(int line, Matcher ike) {
        notes.add(new IkeKeyEntry.Version1(
                KeyDialect.LIBRESWAN,
                line,
                OptionalLong.of(Long.parseUnsignedLong(ike.group(3), 16)),
                Optional.of(ike.group(7)),
                Secret.ofHex(ike.group(8)),
                Optional.empty(),
                Optional.empty()));
    }

    private void version2(int line, Matcher initiator, Matcher responder) {
        notes.add(new IkeKeyEntry.Version2(
                KeyDialect.LIBRESWAN,
                line,
                OptionalLong.of(Long.parseUnsignedLong(responder.group(3), 16)),
                OptionalLong.of(Long.parseUnsignedLong(responder.group(4), 16)),
                new IkeKeyEntry.Algorithms(responder.group(7), Optional.of(responder.group(5)), Optional.empty()),
                Optional.empty(),
                new IkeKeyEntry.Side(Secret.ofHex(initiator.group(8)), Secret.ofHex(initiator.group(6))),
                new IkeKeyEntry.Side(Secret.ofHex(responder.group(8)), Secret.ofHex(responder.group(6)))));
    }
}
