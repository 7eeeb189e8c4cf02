package io.github.espial.ike;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.Secret;
import io.github.espial.esp.Encryption;
import io.github.espial.esp.KeyedHash;
import io.github.espial.esp.MessageCipher;
import io.github.espial.esp.Transform;
import io.github.espial.esp.TransformNames;
import io.github.espial.ike.DecryptionTally.Refusal;
import io.github.espial.net.IpAddress;
import io.github.espial.wire.IkePayloads;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Opens the encrypted payloads of version 2 (RFC 7296 §3.14, RFC 5282), and joins what came in fragments (RFC 7383 §2.6).
 * An ICV proves the key; where none can be checked, the octets must be payloads to their end.
 */
final class Version2Decryption {
    /** The key length that Wireshark's names of combined ciphers have in their midst. */
    private static final Pattern KEY_BITS_WITHIN = Pattern.compile("-(?:128|192|256)(?= with )");

    private final Conversation conversation;
    private final Transform transform;
    private final MessageCipher ofInitiator;
    private final MessageCipher ofResponder;
    private final IkeKeyEntry.Version2 key;
    private final OpenedReader reader;
    private final DecryptionTally tally;
    private final Map<Whole, Fragments> fragments = new HashMap<>();

    private Version2Decryption(
            Conversation conversation,
            Transform transform,
            MessageCipher ofInitiator,
            MessageCipher ofResponder,
            IkeKeyEntry.Version2 key,
            OpenedReader reader) {
        this.reader = reader;
        this.conversation = conversation;
        this.transform = transform;
        this.ofInitiator = ofInitiator;
        this.ofResponder = ofResponder;
        this.key = key;
        this.tally = new DecryptionTally(conversation.messages().size());
    }

    /** What comes of {@code key}. */
    static DecryptionResult of(Conversation conversation, IkeKeyEntry.Version2 key, OpenedReader reader) {
        Optional<Transform> transform = negotiated(conversation).or(() -> named(key));
        if (transform.isEmpty()) {
            return DecryptionResult.impossible(conversation, "its algorithms are not known");
        }
        Encryption encryption = transform.get().encryption();
        Optional<MessageCipher> initiator =
                MessageCipher.of(encryption, key.initiator().encryption());
        Optional<MessageCipher> responder =
                MessageCipher.of(encryption, key.responder().encryption());
        if (initiator.isEmpty()
                || responder.isEmpty()
                || !isIntegrityKey(transform.get(), key.initiator())
                || !isIntegrityKey(transform.get(), key.responder())) {
            return DecryptionResult.impossible(
                    conversation, "a key does not have a length that " + transform.get() + " takes");
        }
        return new Version2Decryption(conversation, transform.get(), initiator.get(), responder.get(), key, reader)
                .open();
    }

    /** The algorithms that the responder chose in the clear. */
    private static Optional<Transform> negotiated(Conversation conversation) {
        return Negotiated.of(conversation)
                .flatMap(chosen -> TransformNames.ofIkev2(
                        chosen.id(Algorithm.Kind.ENCRYPTION), Math.max(0, chosen.id(Algorithm.Kind.INTEGRITY))));
    }

    private static Optional<Transform> named(IkeKeyEntry.Version2 key) {
        String encryption =
                KEY_BITS_WITHIN.matcher(key.algorithms().encryption()).replaceAll("");
        return encryption.isEmpty()
                ? Optional.empty()
                : TransformNames.named(encryption, key.algorithms().integrity().orElse(""));
    }

    /** Without a key, the ICV is passed over. */
    private static boolean isIntegrityKey(Transform transform, IkeKeyEntry.Side side) {
        return !transform.integrity().isKeyed()
                || side.integrity().isEmpty()
                || transform.integrity().allowsKeyLength(side.integrity().length());
    }

    private DecryptionResult open() {
        for (int i = 0; i < conversation.messages().size(); i++) {
            Message message = conversation.messages().get(i);
            Optional<Sealed> sealed = message.contents().sealed();
            if (sealed.isPresent()) {
                open(i, message, sealed.get());
            }
        }
        fragments.values().forEach(parts -> tally.refused(Refusal.FRAGMENTS_MISSING));
        return tally.attempt();
    }

    private void open(int index, Message message, Sealed sealed) {
        if (!message.isWhole()) {
            tally.refused(Refusal.NOT_WHOLE);
            return;
        }
        Optional<Chunk> plain = plain(message, sealed);
        if (plain.isEmpty()) {
            tally.refused(Refusal.ICV_MISMATCH);
            return;
        }
        Optional<Chunk> payloads = withoutPadding(plain.get());
        if (payloads.isEmpty()) {
            tally.refused(Refusal.NO_PAYLOADS);
        } else if (sealed.fragments() > 1) {
            join(index, message, sealed, payloads.get());
        } else {
            take(index, payloads.get(), sealed.firstType());
        }
    }

    private void take(int index, Chunk payloads, int firstType) {
        Contents contents = reader.read(payloads, firstType, 2);
        if (contents.fault() == IkePayloads.Fault.NONE && contents.rest() == 0) {
            tally.opened(index, contents);
        } else {
            tally.refused(Refusal.NO_PAYLOADS);
        }
    }

    /** Keeps a fragment until all are there. */
    private void join(int index, Message message, Sealed sealed, Chunk part) {
        Fragments parts = fragments.computeIfAbsent(Whole.of(message, sealed), fresh -> new Fragments());
        parts.byNumber.putIfAbsent(sealed.fragment(), part);
        if (sealed.fragment() == 1) {
            parts.firstType = sealed.firstType();
        }
        if (parts.byNumber.size() < sealed.fragments()) {
            tally.openedPart();
        } else {
            fragments.remove(Whole.of(message, sealed));
            take(index, Chunk.joined(parts.byNumber.values().toArray(Chunk[]::new)), parts.firstType);
        }
    }

    /** The decrypted octets with their padding; empty where the ICV does not hold, or there is no room for it. */
    private Optional<Chunk> plain(Message message, Sealed sealed) {
        int ivLength = transform.encryption().ivLength();
        int icvLength = transform.icvLength();
        if (sealed.length() < ivLength + icvLength) {
            return Optional.empty();
        }
        int textStart = sealed.start() + ivLength;
        int icvStart = sealed.start() + sealed.length() - icvLength;
        boolean isCombined = transform.encryption().isCombined();
        IkeKeyEntry.Side side = message.header().byInitiator() ? key.initiator() : key.responder();
        if (!isCombined && !holds(message, side.integrity(), icvStart)) {
            return Optional.empty();
        }
        MessageCipher cipher = message.header().byInitiator() ? ofInitiator : ofResponder;
        int textLength = icvStart - textStart + (isCombined ? icvLength : 0);
        return cipher.open(
                        message.part(sealed.start(), ivLength).octets(),
                        message.part(0, sealed.start()).octets(),
                        message.part(textStart, textLength).octets(),
                        isCombined ? icvLength : 0)
                .map(Chunk::of);
    }

    private boolean holds(Message message, Secret integrityKey, int icvStart) {
        if (!transform.integrity().isKeyed() || integrityKey.isEmpty()) {
            return true;
        }
        Chunk computed = Chunk.of(KeyedHash.of(
                transform.integrity(), integrityKey, message.part(0, icvStart).octets()));
        return message.part(icvStart, transform.icvLength()).equals(computed.first(transform.icvLength()));
    }

    /** What is before the padding, whose length is its last octet. */
    private static Optional<Chunk> withoutPadding(Chunk plain) {
        if (plain.length() == 0) {
            return Optional.empty();
        }
        int padding = 1 + Byte.toUnsignedInt(plain.buffer().get(plain.length() - 1));
        return padding > plain.length() ? Optional.empty() : Optional.of(plain.first(plain.length() - padding));
    }

    /** The fragments of one message, in their order; the first one tells the type of the first payload. */
    private static final class Fragments {
        private final TreeMap<Integer, Chunk> byNumber = new TreeMap<>();
        private int firstType;
    }

    /** What the fragments of one message have in common. */
    private record Whole(IpAddress source, int exchangeType, long messageId, boolean isRequest, int fragments) {
        static Whole of(Message message, Sealed sealed) {
            return new Whole(
                    message.captured().source(),
                    message.header().exchangeType(),
                    message.header().messageId(),
                    message.header().isRequest(),
                    sealed.fragments());
        }
    }
}
