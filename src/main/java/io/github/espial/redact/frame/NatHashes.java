package io.github.espial.redact.frame;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The hashes of NAT detection, of both SPIs, an address and a port (RFC 7296 §2.23, RFC 3947 §3.2). Where one is of an
 * address of the packet, it becomes that of the address which stands for it; any other is of an address that nobody knows
 * and that could be guessed, and becomes other octets.
 */
final class NatHashes {
    private static final int SPIS = 16;
    private static final int PORT = 2;

    private final Draft draft;
    private IpHeader ip = new IpHeader(4, 0, true, true);
    private int udp;
    private int spis;

    NatHashes(Draft draft) {
        this.draft = draft;
    }

    /** Takes the addresses and ports of a datagram, and the SPIs of its message. */
    void begin(IpHeader header, int udpAt, int messageAt) {
        ip = header;
        udp = udpAt;
        spis = messageAt;
    }

    void redact(int at, int end) {
        Optional<MessageDigest> hash = hash(end - at);
        if (hash.isPresent()) {
            byte[] stated = draft.copy(at, end);
            for (int side = 0; side < 2; side++) {
                int address = ip.addressesAt() + side * ip.addressLength();
                byte[] original = draft.copy(address, address + ip.addressLength());
                if (Arrays.equals(hashed(hash.get(), original, side), stated)) {
                    byte[] stand = draft.written(address, address + ip.addressLength());
                    draft.put(at, hashed(hash.get(), stand, side));
                    return;
                }
            }
        }
        draft.redactSecret(at, end);
    }

    private byte[] hashed(MessageDigest hash, byte[] address, int side) {
        hash.update(draft.copy(spis, spis + SPIS));
        hash.update(address);
        return hash.digest(draft.copy(udp + PORT * side, udp + PORT * (side + 1)));
    }

    /** The length tells which: version 2 has SHA-1, version 1 what the peers agreed on. */
    private static Optional<MessageDigest> hash(int length) {
        String name = switch (length) {
            case 16 -> "MD5";
            case 20 -> "SHA-1";
            case 32 -> "SHA-256";
            case 48 -> "SHA-384";
            case 64 -> "SHA-512";
            default -> "";
        };
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(MessageDigest.getInstance(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }
}
