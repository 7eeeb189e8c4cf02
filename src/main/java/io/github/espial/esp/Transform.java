package io.github.espial.esp;

/**
 * How the packets of an SA are encrypted and authenticated.
 *
 * @param icvLength octets of the ICV: how much of what the integrity algorithm computes is sent
 */
public record Transform(Encryption encryption, Integrity integrity, int icvLength) {
    public Transform {
        if (encryption.isCombined() != (integrity == Integrity.COMBINED)) {
            throw new IllegalArgumentException(encryption + " does not go with integrity " + integrity);
        }
        if (icvLength < 0 || icvLength > integrity.longestIcvLength() || (icvLength == 0 && integrity.isKeyed())) {
            throw new IllegalArgumentException("no ICV of " + icvLength + " octets with integrity " + integrity);
        }
        if (encryption.isCombined() && (icvLength < 8 || icvLength % 4 != 0)) {
            throw new IllegalArgumentException("no ICV of " + icvLength + " octets with " + encryption);
        }
        if (encryption == Encryption.CHACHA20_POLY1305 && icvLength != integrity.longestIcvLength()) {
            throw new IllegalArgumentException("no ICV of " + icvLength + " octets with " + encryption);
        }
    }

    /** Encryption and integrity apart, with the ICV length of the RFC. */
    public static Transform of(Encryption encryption, Integrity integrity) {
        return new Transform(encryption, integrity, integrity.usualIcvLength());
    }

    /** Encryption that makes the ICV too. */
    public static Transform combined(Encryption encryption, int icvLength) {
        return new Transform(encryption, Integrity.COMBINED, icvLength);
    }

    /** The same with another part of the ICV sent. */
    public Transform withIcvLength(int octets) {
        return new Transform(encryption, integrity, octets);
    }

    /** What it adds around an inner packet. */
    public Layout layout() {
        return new Layout(encryption.ivLength(), Math.max(encryption.blockLength(), Layout.LEAST_ALIGNMENT), icvLength);
    }

    /** Such as {@code AES-CBC, HMAC-SHA2-256-128} or {@code AES-GCM-16}: the ICV in bits, or in octets if combined. */
    @Override
    public String toString() {
        if (integrity == Integrity.COMBINED) {
            return encryption == Encryption.CHACHA20_POLY1305 ? encryption.toString() : encryption + "-" + icvLength;
        }
        return encryption + ", " + (icvLength == 0 ? "no integrity" : integrity + "-" + icvLength * Byte.SIZE);
    }
}
