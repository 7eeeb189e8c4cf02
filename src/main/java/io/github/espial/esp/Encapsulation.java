package io.github.espial.esp;

/** What the packets of an SA travel in. */
public enum Encapsulation {
    /** IP. */
    NONE,
    /** UDP (RFC 3948). */
    UDP,
    /** Nobody said. */
    UNKNOWN
}
