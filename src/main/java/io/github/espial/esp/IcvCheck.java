package io.github.espial.esp;

/** Checks ICVs with the key of one SA. Not thread-safe. */
interface IcvCheck {
    /** Whether the ICV of {@code packet} is that of its octets, and of the high half of its sequence number. */
    boolean holds(SealedPacket packet);
}
