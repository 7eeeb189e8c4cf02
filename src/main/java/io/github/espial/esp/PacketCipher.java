package io.github.espial.esp;

/** Decrypts with the key of one SA. Not thread-safe. */
interface PacketCipher {
    /** Decrypts the octets between IV and ICV. */
    void decrypt(SealedPacket packet);
}
