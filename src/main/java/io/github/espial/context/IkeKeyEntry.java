package io.github.espial.context;

import java.util.Optional;
import java.util.OptionalLong;

/** The keys of one IKE SA. */
public sealed interface IkeKeyEntry {
    /** Number of the line it begins at, from 1. */
    int line();

    /**
     * Keys of IKEv2 (RFC 7296 §2.14).
     *
     * @param initiatorSpi 64 bits; empty where the file does not tell
     * @param responderSpi 64 bits; empty where the file does not tell
     * @param algorithms as the file has them
     * @param skD from which the keys of child SAs are derived
     * @param initiator what the initiator's messages are protected with
     * @param responder what the responder's messages are protected with
     */
    record Version2(
            KeyDialect dialect,
            int line,
            OptionalLong initiatorSpi,
            OptionalLong responderSpi,
            Algorithms algorithms,
            Optional<Secret> skD,
            Side initiator,
            Side responder)
            implements IkeKeyEntry {}

    /**
     * Names of algorithms.
     *
     * @param encryption of the cipher
     * @param integrity of the integrity algorithm; empty for a cipher that includes it
     * @param pseudoRandom of the function that derives keys
     */
    record Algorithms(String encryption, Optional<String> integrity, Optional<String> pseudoRandom) {}

    /**
     * Keys of IKEv1 (RFC 2409 §5 and appendix B).
     *
     * @param initiatorCookie 64 bits; empty where the file does not tell
     * @param encryption name of the cipher; empty where the file does not tell
     * @param key encrypts the messages of both sides
     * @param skeyidD from which the keys of IPsec SAs are derived
     * @param initialVector of the first encrypted message of phase 1
     */
    record Version1(
            KeyDialect dialect,
            int line,
            OptionalLong initiatorCookie,
            Optional<String> encryption,
            Secret key,
            Optional<Secret> skeyidD,
            Optional<Secret> initialVector)
            implements IkeKeyEntry {}

    /**
     * One side's keys.
     *
     * @param encryption SK_ei or SK_er
     * @param integrity SK_ai or SK_ar; without octets for a cipher that includes integrity
     */
    record Side(Secret encryption, Secret integrity) {}
}
