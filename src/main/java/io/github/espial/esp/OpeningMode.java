package io.github.espial.esp;

/** What an SA protects (RFC 4301 §4.1). */
public enum OpeningMode {
    /** Whole IP packets. */
    TUNNEL,
    /** What follows an IP header. */
    TRANSPORT,
    /** Nobody said: the next header of each packet tells. */
    UNKNOWN
}
