package io.github.espial.esp;

/** What packets say about the keys of their SA. */
public enum KeyVerdict {
    /** No whole packet was tried. */
    UNTRIED,
    /** ICVs hold. */
    VERIFIED,
    /** No ICV could be checked; what comes out is packets. */
    PLAUSIBLE,
    /** What comes out is no packets, or no ICV holds: nothing of this SA may be shown. */
    WRONG,
    /** Algorithm or key cannot be used at all. */
    UNUSABLE;

    /** Whether inner packets of this SA are what was sent. */
    public boolean holds() {
        return this == VERIFIED || this == PLAUSIBLE;
    }
}
