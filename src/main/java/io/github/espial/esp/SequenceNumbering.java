package io.github.espial.esp;

/** How many bits the sequence numbers of an SA have, of which packets carry the low 32. */
public enum SequenceNumbering {
    /** 32 bits. */
    PLAIN,
    /** 64 bits: the high half is in the ICV, though not in the packet (RFC 4303 §2.2.1). */
    EXTENDED,
    /** Nobody said: either, whichever ICV holds. */
    UNKNOWN
}
