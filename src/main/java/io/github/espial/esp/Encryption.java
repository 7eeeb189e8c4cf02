package io.github.espial.esp;

/** Encryption algorithms of ESP, with what each adds to a packet. */
public enum Encryption {
    /** Nothing is encrypted (RFC 2410). */
    NULL("NULL", Operation.CLEAR, "", 0, 1, KeyLengths.NONE),
    /** RFC 2405. */
    DES_CBC("DES-CBC", Operation.CHAINED, "DES/CBC/NoPadding", 8, 8, KeyLengths.DES),
    /** RFC 2451. */
    TRIPLE_DES_CBC("3DES-CBC", Operation.CHAINED, "DESede/CBC/NoPadding", 8, 8, KeyLengths.TRIPLE_DES),
    /** RFC 2451. */
    BLOWFISH_CBC("Blowfish-CBC", Operation.CHAINED, "Blowfish/CBC/NoPadding", 8, 8, KeyLengths.BLOWFISH),
    /** CAST-128 (RFC 2451). */
    CAST_CBC("CAST-CBC", Operation.CHAINED, "CAST5/CBC/NoPadding", 8, 8, KeyLengths.CAST),
    /** RFC 3602. */
    AES_CBC("AES-CBC", Operation.CHAINED, "AES/CBC/NoPadding", 16, 16, KeyLengths.AES),
    /** RFC 4312. */
    CAMELLIA_CBC("Camellia-CBC", Operation.CHAINED, "Camellia/CBC/NoPadding", 16, 16, KeyLengths.AES),
    /** No RFC; strongSwan's and Linux's private use. */
    TWOFISH_CBC("Twofish-CBC", Operation.CHAINED, "Twofish/CBC/NoPadding", 16, 16, KeyLengths.AES),
    /** No RFC; strongSwan's and Linux's private use. */
    SERPENT_CBC("Serpent-CBC", Operation.CHAINED, "Serpent/CBC/NoPadding", 16, 16, KeyLengths.AES),
    /** RFC 3686. */
    AES_CTR("AES-CTR", Operation.COUNTER, "AES/CTR/NoPadding", 8, 1, KeyLengths.AES_WITH_SALT_OF_4),
    /** RFC 4106. */
    AES_GCM("AES-GCM", Operation.COMBINED, "AES/GCM/NoPadding", 8, 1, KeyLengths.AES_WITH_SALT_OF_4),
    /** RFC 4309. */
    AES_CCM("AES-CCM", Operation.COMBINED, "AES/CCM/NoPadding", 8, 1, KeyLengths.AES_WITH_SALT_OF_3),
    /** Integrity without encryption, ENCR_NULL_AUTH_AES_GMAC (RFC 4543). */
    AES_GMAC("AES-GMAC", Operation.AUTHENTICATED, "AES/GCM/NoPadding", 8, 1, KeyLengths.AES_WITH_SALT_OF_4),
    /** RFC 7634. */
    CHACHA20_POLY1305(
            "ChaCha20-Poly1305", Operation.COMBINED, "ChaCha20-Poly1305", 8, 1, KeyLengths.CHACHA20_WITH_SALT);

    /** How a packet is put through the cipher. */
    enum Operation {
        /** Not at all. */
        CLEAR,
        /** As blocks that are chained, beginning with the IV (CBC). */
        CHAINED,
        /** As a stream made from a counter (CTR). */
        COUNTER,
        /** Encrypted and authenticated in one (AEAD). */
        COMBINED,
        /** Authenticated by an AEAD that encrypts nothing. */
        AUTHENTICATED
    }

    private final String title;
    private final Operation operation;
    private final String transformation;
    private final int ivLength;
    private final int blockLength;
    private final KeyLengths keyLengths;

    Encryption(
            String title,
            Operation operation,
            String transformation,
            int ivLength,
            int blockLength,
            KeyLengths keyLengths) {
        this.title = title;
        this.operation = operation;
        this.transformation = transformation;
        this.ivLength = ivLength;
        this.blockLength = blockLength;
        this.keyLengths = keyLengths;
    }

    /** Octets of the IV in each packet. */
    public int ivLength() {
        return ivLength;
    }

    /** Octets that the ciphertext is a multiple of; 1 where the algorithm asks for nothing. */
    public int blockLength() {
        return blockLength;
    }

    /** Whether {@code octets}, the salt of the nonce included, are a key length of this algorithm. */
    public boolean allowsKeyLength(int octets) {
        return keyLengths.allow(octets);
    }

    /** Octets at the end of the key that go into the nonce of each packet. */
    public int saltLength() {
        return keyLengths.salt();
    }

    /** Whether the ICV comes from the same key as the encryption, so that no other integrity algorithm is in use. */
    public boolean isCombined() {
        return operation == Operation.COMBINED || operation == Operation.AUTHENTICATED;
    }

    Operation operation() {
        return operation;
    }

    /** Name by which the JCA knows the cipher; empty for none. */
    String transformation() {
        return transformation;
    }

    @Override
    public String toString() {
        return title;
    }
}
