package io.github.espial.ike;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.esp.Encryption;
import io.github.espial.esp.MessageCipher;
import io.github.espial.esp.TransformNames;
import io.github.espial.ike.DecryptionTally.Refusal;
import io.github.espial.net.IpAddress;
import io.github.espial.wire.IkePayloads;
import io.github.espial.wire.IkeView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decrypts the messages of version 1 (RFC 2409 §5 and appendix B). Each message begins where the last one of its exchange
 * ended: its IV is the last encrypted block of that, the first one of phase 1 comes of both Diffie-Hellman values, the
 * first one of a later exchange of the end of phase 1 and the message id. There is no ICV that the key could be proven by,
 * so the octets must be payloads.
 */
final class Version1Decryption {
    /** Types that RFC 2408 and those after it number, and where private ones begin. */
    private static final int LAST_ASSIGNED = 33;

    private static final int PRIVATE_USE = 128;

    /** Ciphers of phase 1 by their number (RFC 2409 appendix A), as those of ESP. */
    private static final Map<Integer, Encryption> CIPHERS = Map.of(
            1, Encryption.DES_CBC,
            3, Encryption.BLOWFISH_CBC,
            5, Encryption.TRIPLE_DES_CBC,
            6, Encryption.CAST_CBC,
            7, Encryption.AES_CBC,
            8, Encryption.CAMELLIA_CBC);

    private final Conversation conversation;
    private final Encryption encryption;
    private final MessageCipher cipher;
    private final Optional<Hash> hash;
    private final OpenedReader reader;
    private final DecryptionTally tally;

    private Optional<Chunk> endOfPhase1;
    private final Map<Long, Chunk> ends = new HashMap<>();

    private Version1Decryption(
            Conversation conversation,
            Encryption encryption,
            MessageCipher cipher,
            Optional<Hash> hash,
            Optional<Chunk> initialVector,
            OpenedReader reader) {
        this.reader = reader;
        this.conversation = conversation;
        this.encryption = encryption;
        this.cipher = cipher;
        this.hash = hash;
        this.endOfPhase1 = initialVector;
        this.tally = new DecryptionTally(conversation.messages().size());
    }

    /** What comes of {@code key}. */
    static DecryptionResult of(Conversation conversation, IkeKeyEntry.Version1 key, OpenedReader reader) {
        Optional<Negotiated> negotiated = Negotiated.of(conversation);
        Optional<Encryption> encryption = negotiated
                .flatMap(chosen -> Optional.ofNullable(CIPHERS.get(chosen.id(Algorithm.Kind.ENCRYPTION))))
                .or(() -> named(key));
        if (encryption.isEmpty()) {
            return DecryptionResult.impossible(conversation, "its algorithms are not known");
        }
        Optional<MessageCipher> cipher = MessageCipher.of(encryption.get(), key.key());
        if (cipher.isEmpty()) {
            return DecryptionResult.impossible(
                    conversation, "the key does not have a length that " + encryption.get() + " takes");
        }
        Optional<Hash> hash = negotiated.flatMap(Negotiated::hash);
        Optional<Chunk> initialVector = key.initialVector()
                .map(octets -> Chunk.of(octets.octets()))
                .or(() -> hash.flatMap(function -> exchanged(conversation).map(function::of)));
        return new Version1Decryption(conversation, encryption.get(), cipher.get(), hash, initialVector, reader).open();
    }

    private static Optional<Encryption> named(IkeKeyEntry.Version1 key) {
        return key.encryption()
                .flatMap(name -> TransformNames.named(name, ""))
                .map(transform -> transform.encryption())
                .filter(CIPHERS::containsValue);
    }

    /** Both Diffie-Hellman values, the initiator's first; empty where one was not captured. */
    private static Optional<Chunk> exchanged(Conversation conversation) {
        List<Message> ofPhase1 = conversation.messages().stream()
                .filter(message -> message.header().messageId() == 0)
                .toList();
        Optional<Chunk> ofInitiator = value(ofPhase1, conversation.initiator());
        Optional<Chunk> ofResponder = value(ofPhase1, conversation.responder());
        return ofInitiator.flatMap(first -> ofResponder.map(second -> Chunk.joined(first, second)));
    }

    private static Optional<Chunk> value(List<Message> messages, IpAddress sender) {
        return messages.stream()
                .filter(message -> message.captured().source().equals(sender))
                .flatMap(message -> message.all(Payload.KeyExchange.class).stream())
                .map(Payload.KeyExchange::value)
                .findFirst();
    }

    private DecryptionResult open() {
        for (int i = 0; i < conversation.messages().size(); i++) {
            Message message = conversation.messages().get(i);
            Optional<Sealed> sealed = message.contents().sealed();
            if (sealed.isPresent()) {
                open(i, message, sealed.get());
            }
        }
        return tally.attempt();
    }

    private void open(int index, Message message, Sealed sealed) {
        Optional<Chunk> vector = vector(message);
        Chunk text = message.part(sealed.start(), sealed.length());
        if (!message.isWhole() || text.length() < encryption.blockLength()) {
            tally.refused(Refusal.NOT_WHOLE);
            forget(message);
            return;
        }
        keepEnd(message, text.last(encryption.ivLength()));
        if (vector.isEmpty()) {
            tally.refused(Refusal.NOTHING_BEFORE);
            return;
        }
        Optional<Contents> contents = cipher.open(
                        vector.get().first(encryption.ivLength()).octets(), new byte[0], text.octets(), 0)
                .map(plain -> reader.read(Chunk.of(plain), sealed.firstType(), 1))
                .filter(Version1Decryption::isPlausible);
        if (contents.isPresent()) {
            tally.opened(index, contents.get());
        } else {
            tally.refused(Refusal.NO_PAYLOADS);
        }
    }

    /** Where a message begins; empty where what it follows was not captured. */
    private Optional<Chunk> vector(Message message) {
        if (message.header().messageId() == 0) {
            return endOfPhase1;
        }
        Chunk end = ends.get(message.header().messageId());
        if (end != null) {
            return Optional.of(end);
        }
        boolean isFirst = message.header().exchangeType() != IkeView.V1_QUICK_MODE
                || conversation.messages().stream()
                        .filter(other ->
                                other.header().messageId() == message.header().messageId())
                        .findFirst()
                        .filter(message::equals)
                        .isPresent();
        return isFirst
                ? hash.flatMap(function -> endOfPhase1.map(last -> function.of(
                        Chunk.joined(last, Chunk.ofInt((int) message.header().messageId())))))
                : Optional.empty();
    }

    private void keepEnd(Message message, Chunk end) {
        if (message.header().messageId() == 0) {
            endOfPhase1 = Optional.of(end);
        } else {
            ends.put(message.header().messageId(), end);
        }
    }

    private void forget(Message message) {
        if (message.header().messageId() == 0) {
            endOfPhase1 = Optional.empty();
        } else {
            ends.remove(message.header().messageId());
        }
    }

    /** Payloads to a regular end, of types that there are, and at least one. */
    private static boolean isPlausible(Contents contents) {
        return contents.fault() == IkePayloads.Fault.NONE
                && !contents.payloads().isEmpty()
                && contents.payloads().stream()
                        .allMatch(payload -> !(payload instanceof Payload.Other other)
                                || other.type() <= LAST_ASSIGNED
                                || other.type() >= PRIVATE_USE);
    }
}
