package io.github.espial.observe;

/** What a packet between two hosts is, as far as routing and IPsec care. */
public enum Traffic {
    /** ESP right on IP (RFC 4303). */
    ESP(0),
    /** AH (RFC 4302). */
    AH(1),
    /** ESP in UDP (RFC 3948). */
    UDP_ESP(2),
    /** NAT-keepalive of ESP in UDP (RFC 3948 §2.3). */
    KEEPALIVE(3),
    /** IKE, with the non-ESP marker or without. */
    IKE(4),
    /** L2TP control messages in the clear (RFC 2661). */
    L2TP_CONTROL(5),
    /** L2TP data messages in the clear. */
    L2TP_DATA(6),
    /** A later fragment of an ESP or AH packet: it bears no SPI. */
    IPSEC_FRAGMENT(7),
    /** An ESP or AH packet that the snap length cut off before its SPI. */
    CUT_IPSEC(8),
    /** Anything else on IP. */
    PLAIN(9);

    private static final Traffic[] BY_CODE = values();

    /** How many values there are. */
    public static final int COUNT = BY_CODE.length;

    /** Its place among the values: what keys of tables hold. */
    public final int code;

    Traffic(int code) {
        this.code = code;
    }

    /** Whether SAs carry it: what the fault this program looks for befalls. */
    public boolean isProtected() {
        return this == ESP || this == AH || this == UDP_ESP || this == CUT_IPSEC;
    }

    public static Traffic of(int code) {
        return BY_CODE[code];
    }
}
