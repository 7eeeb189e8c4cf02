package io.github.espial.observe;

/** What a packet between two hosts is, as far as routing and IPsec care. */
public enum Traffic {
    /** ESP right on IP (RFC 4303). */
    ESP,
    /** AH (RFC 4302). */
    AH,
    /** ESP in UDP (RFC 3948). */
    UDP_ESP,
    /** NAT-keepalive of ESP in UDP (RFC 3948 §2.3). */
    KEEPALIVE,
    /** IKE, with the non-ESP marker or without. */
    IKE,
    /** L2TP control messages in the clear (RFC 2661). */
    L2TP_CONTROL,
    /** L2TP data messages in the clear. */
    L2TP_DATA,
    /** A later fragment of an ESP, AH or UDP-encapsulated packet: it bears no SPI. */
    IPSEC_FRAGMENT,
    /** Anything else on IP. */
    PLAIN;

    private static final Traffic[] ALL = values();

    /** Whether SAs carry it: what the fault this program looks for befalls. */
    public boolean isProtected() {
        return this == ESP || this == AH || this == UDP_ESP;
    }

    static Traffic of(long ordinal) {
        return ALL[(int) ordinal];
    }
}
