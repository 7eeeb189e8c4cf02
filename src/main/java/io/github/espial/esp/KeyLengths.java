package io.github.espial.esp;

/** The key lengths that an algorithm takes. */
enum KeyLengths {
    /** There is no key. */
    NONE(0, 0, 1, 0),
    DES(8, 8, 1, 0),
    TRIPLE_DES(24, 24, 1, 0),
    BLOWFISH(5, 56, 1, 0),
    CAST(5, 16, 1, 0),
    /** 128, 192 or 256 bits, as AES and its rivals have them. */
    AES(16, 32, 8, 0),
    AES_128(16, 16, 1, 0),
    AES_WITH_SALT_OF_3(16, 32, 8, 3),
    AES_WITH_SALT_OF_4(16, 32, 8, 4),
    CHACHA20_WITH_SALT(32, 32, 1, 4),
    /** Any, up to a block of the hash: a longer one no implementation of ESP makes. */
    HMAC(1, 128, 1, 0);

    private final int shortest;
    private final int longest;
    private final int step;
    private final int salt;

    KeyLengths(int shortest, int longest, int step, int salt) {
        this.shortest = shortest;
        this.longest = longest;
        this.step = step;
        this.salt = salt;
    }

    /** Octets that follow the key and go into the nonce of each packet (RFC 4106 §8.1). */
    int salt() {
        return salt;
    }

    /** Whether {@code octets}, salt included, are one of them. */
    boolean allow(int octets) {
        int key = octets - salt;
        return key >= shortest && key <= longest && (key - shortest) % step == 0;
    }
}
