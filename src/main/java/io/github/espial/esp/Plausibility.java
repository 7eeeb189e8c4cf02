package io.github.espial.esp;

/** How far octets look like what a next header says they are. */
enum Plausibility {
    /** They are something else. */
    IMPLAUSIBLE,
    /** Nothing speaks against it. */
    POSSIBLE,
    /** Lengths or checksums in them fit, which chance would hardly do. */
    CONVINCING
}
