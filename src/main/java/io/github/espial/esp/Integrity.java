package io.github.espial.esp;

/** Integrity algorithms of ESP, or why there is none to check. */
public enum Integrity {
    /** Packets carry no ICV. */
    NONE("none", "", 0, 0, KeyLengths.NONE),
    /** The encryption algorithm makes the ICV. */
    COMBINED("combined", "", 16, 16, KeyLengths.NONE),
    /** Packets carry an ICV that cannot be checked: only its length is known. */
    UNCHECKED("unchecked", "", 0, 64, KeyLengths.NONE),
    /** RFC 2403. */
    HMAC_MD5("HMAC-MD5", "HmacMD5", 12, 16, KeyLengths.HMAC),
    /** RFC 2404. */
    HMAC_SHA1("HMAC-SHA1", "HmacSHA1", 12, 20, KeyLengths.HMAC),
    /** RFC 2857. */
    HMAC_RIPEMD_160("HMAC-RIPEMD-160", "HmacRIPEMD160", 12, 20, KeyLengths.HMAC),
    /** RFC 4868; with 12 octets in old Linux and Windows, after a draft of it. */
    HMAC_SHA2_256("HMAC-SHA2-256", "HmacSHA256", 16, 32, KeyLengths.HMAC),
    /** RFC 4868. */
    HMAC_SHA2_384("HMAC-SHA2-384", "HmacSHA384", 24, 48, KeyLengths.HMAC),
    /** RFC 4868. */
    HMAC_SHA2_512("HMAC-SHA2-512", "HmacSHA512", 32, 64, KeyLengths.HMAC),
    /** RFC 3566. */
    AES_XCBC("AES-XCBC", "AES/CBC/NoPadding", 12, 16, KeyLengths.AES_128),
    /** RFC 4494. */
    AES_CMAC("AES-CMAC", "AESCMAC", 12, 16, KeyLengths.AES_128);

    private final String title;
    private final String algorithm;
    private final int usualIcvLength;
    private final int longestIcvLength;
    private final KeyLengths keyLengths;

    Integrity(String title, String algorithm, int usualIcvLength, int longestIcvLength, KeyLengths keyLengths) {
        this.title = title;
        this.algorithm = algorithm;
        this.usualIcvLength = usualIcvLength;
        this.longestIcvLength = longestIcvLength;
        this.keyLengths = keyLengths;
    }

    /** Octets of the ICV as the RFC for ESP has it. */
    public int usualIcvLength() {
        return usualIcvLength;
    }

    /** Octets that the algorithm computes, of which the ICV is a part. */
    public int longestIcvLength() {
        return longestIcvLength;
    }

    /** Whether {@code octets} are a key length of this algorithm. */
    public boolean allowsKeyLength(int octets) {
        return keyLengths.allow(octets);
    }

    /** Whether this algorithm has a key of its own, with which the ICV can be checked. */
    public boolean isKeyed() {
        return keyLengths != KeyLengths.NONE;
    }

    /** Name by which the JCA knows it; empty without a key. */
    String algorithm() {
        return algorithm;
    }

    @Override
    public String toString() {
        return title;
    }
}
