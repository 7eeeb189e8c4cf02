package io.github.espial.esp;

/** What holds the packets of one SA closed: its ciphers, set up with its keys. Not thread-safe. */
sealed interface Seal permits AeadSeal, ClearSeal, SeparateSeal {
    /** Decrypts {@code packet} within itself; false when its ICV does not hold. */
    boolean open(SealedPacket packet);

    /** Whether {@link #open} checks an ICV. */
    boolean verifies();
}
