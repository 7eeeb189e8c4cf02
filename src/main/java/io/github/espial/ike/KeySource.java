package io.github.espial.ike;

import io.github.espial.context.AddressPattern;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.SaProtocol;
import io.github.espial.context.SaTraits;
import io.github.espial.context.Secret;
import io.github.espial.context.SpiPattern;
import io.github.espial.esp.Encryption;
import io.github.espial.esp.Integrity;
import io.github.espial.esp.Transform;
import io.github.espial.net.Spi;
import io.github.espial.wire.IkeProposals;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Derives the keys of ESP SAs from what an IKE SA has for that (RFC 7296 §2.17, RFC 2409 §5.5).
 *
 * @param secret SK_d, or SKEYID_d in version 1; not empty
 * @param pseudoRandom the function that derives keys
 * @param line of the key file, from 1
 */
record KeySource(int majorVersion, KeyDialect dialect, int line, Secret secret, PseudoRandom pseudoRandom) {
    private static final int BITS = Byte.SIZE;

    /**
     * The keys of both SAs of {@code child}, that to the responder first.
     *
     * @param keyBits of the cipher as agreed on; 0 where that has one length only
     * @param nonces both, the initiator's first
     */
    List<SaKeyEntry> keys(ChildSa child, Transform transform, int keyBits, Chunk nonces) {
        int encryption = encryptionLength(transform.encryption(), keyBits);
        int both = encryption + integrityLength(transform.integrity());
        if (majorVersion == 1) {
            return List.of(
                    entry(
                            child,
                            IkeRole.RESPONDER,
                            transform,
                            encryption,
                            ofVersion1(child.responder().spi(), nonces, both)),
                    entry(
                            child,
                            IkeRole.INITIATOR,
                            transform,
                            encryption,
                            ofVersion1(child.initiator().spi(), nonces, both)));
        }
        Secret all = pseudoRandom.expanded(secret, nonces, 2 * both);
        return List.of(
                entry(child, IkeRole.RESPONDER, transform, encryption, Secret.of(all.copy(0, both))),
                entry(child, IkeRole.INITIATOR, transform, encryption, Secret.of(all.copy(both, 2 * both))));
    }

    private Secret ofVersion1(Spi spi, Chunk nonces, int length) {
        Chunk seed = Chunk.joined(Chunk.ofOctet(IkeProposals.ESP), Chunk.ofInt((int) spi.value()), nonces);
        return pseudoRandom.expandedOfVersion1(secret, seed, length);
    }

    private SaKeyEntry entry(
            ChildSa child, IkeRole receiver, Transform transform, int encryptionLength, Secret material) {
        boolean isToResponder = receiver == IkeRole.RESPONDER;
        ChildSa.End source = isToResponder ? child.initiator() : child.responder();
        ChildSa.End destination = isToResponder ? child.responder() : child.initiator();
        OptionalInt icvBits = OptionalInt.of(transform.icvLength() * BITS);
        boolean isCombined = transform.encryption().isCombined();
        KeyedAlgorithm encryption = new KeyedAlgorithm(
                transform.encryption().toString(),
                Secret.of(material.copy(0, encryptionLength)),
                isCombined ? icvBits : OptionalInt.empty());
        Optional<KeyedAlgorithm> integrity = isCombined
                ? Optional.empty()
                : Optional.of(new KeyedAlgorithm(
                        transform.integrity().toString(),
                        Secret.of(material.copy(encryptionLength, material.length())),
                        transform.integrity().isKeyed() ? icvBits : OptionalInt.empty()));
        return new SaKeyEntry(
                dialect,
                line,
                AddressPattern.exactly(source.address()),
                AddressPattern.exactly(destination.address()),
                SpiPattern.exactly(destination.spi()),
                Optional.of(encryption),
                integrity,
                new SaTraits(
                        SaProtocol.ESP,
                        Optional.of(child.terms().mode()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(child.terms().extendedSequenceNumbers()),
                        OptionalLong.empty(),
                        OptionalInt.empty()));
    }

    /** Octets of the key with its salt. */
    private static int encryptionLength(Encryption encryption, int keyBits) {
        int key = keyBits == 0 ? onlyLength(encryption) : keyBits / BITS;
        return key + encryption.saltLength();
    }

    /** The length where none is negotiated: the only one, or the usual one (RFC 7296 §3.3.5, RFC 2451 §2.2). */
    private static int onlyLength(Encryption encryption) {
        return switch (encryption) {
            case NULL -> 0;
            case DES_CBC -> 8;
            case TRIPLE_DES_CBC -> 24;
            case CHACHA20_POLY1305 -> 32;
            default -> 16;
        };
    }

    /** As many octets as the algorithm computes. */
    private static int integrityLength(Integrity integrity) {
        return integrity.isKeyed() ? integrity.longestIcvLength() : 0;
    }

    /** Whether the cipher takes keys of the length that was agreed on. */
    static boolean fits(Transform transform, int keyBits) {
        return transform.encryption() == Encryption.NULL
                || transform.encryption().allowsKeyLength(encryptionLength(transform.encryption(), keyBits));
    }
}
