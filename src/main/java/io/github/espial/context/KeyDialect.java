package io.github.espial.context;

/** Whose names an algorithm is called by. */
public enum KeyDialect {
    /** The Linux kernel's, as {@code ip xfrm} shows them: {@code rfc4106(gcm(aes))}. */
    LINUX,
    /** KAME's, as {@code setkey} shows them: {@code rijndael-cbc}. */
    SETKEY,
    /** Wireshark's: {@code AES-CBC [RFC3602]}. */
    WIRESHARK,
    /** strongSwan's: {@code AES_GCM_16}, with the key length after it where the log tells it. */
    STRONGSWAN,
    /** libreswan's: {@code AES_GCM_16_256}. */
    LIBRESWAN
}
