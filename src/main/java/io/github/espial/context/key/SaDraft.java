package io.github.espial.context.key;

import io.github.espial.context.AddressPattern;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.SaMode;
import io.github.espial.context.SaProtocol;
import io.github.espial.context.SaTraits;
import io.github.espial.context.Secret;
import io.github.espial.context.Selector;
import io.github.espial.context.SpiPattern;
import io.github.espial.context.UdpPorts;
import io.github.espial.context.Words;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An SA of which some words have been read. It is noted only if all that it needs was there and none of it was wrong. */
final class SaDraft {
    private final KeyDialect dialect;
    private final int line;
    private final ContextNotes notes;
    private boolean sound = true;

    /** Number of the line that hides a key; empty where none does. */
    OptionalInt hidden = OptionalInt.empty();

    AddressPattern source = AddressPattern.any();
    AddressPattern destination = AddressPattern.any();
    Optional<SpiPattern> spi = Optional.empty();
    Optional<SaProtocol> protocol = Optional.empty();
    Optional<KeyedAlgorithm> encryption = Optional.empty();
    Optional<KeyedAlgorithm> integrity = Optional.empty();
    Optional<SaMode> mode = Optional.empty();
    Optional<UdpPorts> encapsulation = Optional.empty();
    Optional<Selector> selector = Optional.empty();
    Optional<Boolean> extendedSequenceNumbers = Optional.empty();
    OptionalLong reqid = OptionalLong.empty();
    OptionalInt replayWindow = OptionalInt.empty();

    SaDraft(KeyDialect dialect, int line, ContextNotes notes) {
        this.dialect = dialect;
        this.line = line;
        this.notes = notes;
    }

    /** Notes what is wrong; the SA is then left out. */
    void refuse(int atLine, String text) {
        notes.problem(atLine, text);
        sound = false;
    }

    /** Leaves out the SA, whose key is not shown. */
    void hide(int atLine) {
        hidden = hidden.isPresent() ? hidden : OptionalInt.of(atLine);
        sound = false;
    }

    /** The address that {@code word} is; refuses anything else. */
    AddressPattern address(int atLine, String word) {
        Optional<IpAddress> address = Words.address(word);
        if (address.isEmpty()) {
            refuse(atLine, "not an address");
            return AddressPattern.any();
        }
        return AddressPattern.exactly(address.get());
    }

    /** The address that the SA has; empty where it was refused. */
    Optional<IpAddress> exactly(AddressPattern pattern) {
        return pattern.version() == 0 ? Optional.empty() : Optional.of(pattern.bits());
    }

    /** Whether it is an SA that packets bear the number of: none that waits for a negotiation, and none of IPComp. */
    boolean isOfPackets() {
        return protocol.isPresent()
                && spi.filter(pattern -> pattern.bits() != 0).isPresent();
    }

    /** Takes an SPI in decimal, or in hexadecimal after {@code 0x}; refuses anything else. */
    void spi(int atLine, String word) {
        OptionalLong number = Words.number(word);
        if (number.isEmpty() || number.getAsLong() >>> 32 != 0) {
            refuse(atLine, "not an SPI");
            return;
        }
        spi = Optional.of(SpiPattern.exactly(new Spi(number.getAsLong())));
    }

    void protocol(String word) {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "esp", "esp-udp", "50" -> protocol = Optional.of(SaProtocol.ESP);
            case "ah", "51" -> protocol = Optional.of(SaProtocol.AH);
            default -> protocol = Optional.empty();
        }
    }

    void mode(String word) {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "tunnel", "beet" -> mode = Optional.of(SaMode.TUNNEL);
            case "transport" -> mode = Optional.of(SaMode.TRANSPORT);
            default -> mode = Optional.empty();
        }
    }

    /**
     * A key as commands take it: hexadecimal after {@code 0x}, else the characters themselves; refuses what is wrong
     * without showing it.
     */
    Secret key(int atLine, String what, String word) {
        if (!word.startsWith("0x") && !word.startsWith("0X")) {
            return Secret.of(word.getBytes(StandardCharsets.UTF_8));
        }
        return hexadecimalKey(atLine, what, word);
    }

    /** A key of hexadecimal digits; refuses what is wrong without showing it. */
    Secret hexadecimalKey(int atLine, String what, String word) {
        try {
            return Secret.ofHex(word);
        } catch (IllegalArgumentException wrong) {
            refuse(atLine, "the " + what + " key is " + wrong.getMessage());
            return Secret.of(new byte[0]);
        }
    }

    /** Notes the SA, if it is an SA of ESP or AH with an SPI and an algorithm. */
    void finish() {
        if (!sound || protocol.isEmpty()) {
            return;
        }
        if (spi.isEmpty()) {
            notes.problem(line, "an SA without SPI");
            return;
        }
        if (encryption.isEmpty() && integrity.isEmpty()) {
            notes.problem(line, "an SA without algorithm or key");
            return;
        }
        notes.add(new SaKeyEntry(
                dialect,
                line,
                source,
                destination,
                spi.get(),
                encryption,
                integrity,
                new SaTraits(
                        protocol.get(), mode, encapsulation, selector, extendedSequenceNumbers, reqid, replayWindow)));
    }
}
