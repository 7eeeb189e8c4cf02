package io.github.espial.ike;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.Secret;
import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells one IKE SA.
 *
 * @param childKeys keys of its ESP SAs that were derived
 * @param note what could not be read though keys were given, and why
 */
record Story(IkeSa sa, List<SaKeyEntry> childKeys, Optional<String> note) {
    static Story of(Conversation conversation, KeyChest chest) {
        return new Teller(conversation, chest).story();
    }

    /** Puts a story together. */
    private static final class Teller {
        private final Conversation conversation;
        private final KeyChest chest;
        private final Optional<Negotiated> negotiated;
        private final boolean isEncrypted;

        private Optional<IkeKeyEntry> key = Optional.empty();
        private Optional<DecryptionResult> best = Optional.empty();

        Teller(Conversation conversation, KeyChest chest) {
            this.conversation = conversation;
            this.chest = chest;
            this.negotiated = Negotiated.of(conversation);
            this.isEncrypted = isAnyEncrypted(conversation.messages());
        }

        private static boolean isAnyEncrypted(List<Message> messages) {
            for (Message message : messages) {
                if (message.isEncrypted()) {
                    return true;
                }
            }
            return false;
        }

        Story story() {
            if (isEncrypted) {
                chest.keysOf(conversation).forEach(this::attempt);
            }
            List<ReadMessage> messages = new ArrayList<>();
            for (Message message : conversation.messages()) {
                Contents inner = best.isPresent() ? best.get().inner().get(messages.size()) : Contents.NONE;
                messages.add(new ReadMessage(message, inner));
            }
            Children children = Children.of(conversation.majorVersion(), messages, key.flatMap(this::source));
            IkeSa sa = new IkeSa(
                    conversation.majorVersion(),
                    new IkeSa.End(conversation.initiator(), conversation.initiatorSpi()),
                    new IkeSa.End(conversation.responder(), conversation.responderSpi()),
                    negotiated.map(Negotiated::algorithms).orElse(List.of()),
                    vendors(messages),
                    NatCheck.of(conversation, negotiated.flatMap(Negotiated::hash)),
                    children.children(),
                    new IkeSa.Dialogue(exchanges(), notices(messages), access(), incomplete()));
            return new Story(sa, children.keys(), note(sa));
        }

        private void attempt(IkeKeyEntry candidate) {
            if (best.isPresent() && best.get().opened() > 0) {
                return;
            }
            DecryptionResult attempt = candidate instanceof IkeKeyEntry.Version2 version2
                    ? Version2Decryption.of(conversation, version2, chest.reader())
                    : Version1Decryption.of(conversation, (IkeKeyEntry.Version1) candidate, chest.reader());
            if (best.isEmpty() || attempt.opened() > 0) {
                best = Optional.of(attempt);
                key = Optional.of(candidate);
            }
        }

        /** What child SAs' keys are derived from; empty where the key file does not have it. */
        private Optional<KeySource> source(IkeKeyEntry entry) {
            if (entry instanceof IkeKeyEntry.Version2 version2) {
                return source(2, version2.dialect(), entry.line(), version2.skD(), pseudoRandom(version2));
            }
            IkeKeyEntry.Version1 version1 = (IkeKeyEntry.Version1) entry;
            return source(1, version1.dialect(), entry.line(), version1.skeyidD(), negotiatedPseudoRandom());
        }

        private static Optional<KeySource> source(
                int version,
                KeyDialect dialect,
                int line,
                Optional<Secret> secret,
                Optional<PseudoRandom> pseudoRandom) {
            return secret.filter(octets -> !octets.isEmpty())
                    .flatMap(octets ->
                            pseudoRandom.map(function -> new KeySource(version, dialect, line, octets, function)));
        }

        private Optional<PseudoRandom> pseudoRandom(IkeKeyEntry.Version2 entry) {
            return negotiatedPseudoRandom()
                    .or(() -> entry.algorithms().pseudoRandom().flatMap(PseudoRandom::named));
        }

        private Optional<PseudoRandom> negotiatedPseudoRandom() {
            return negotiated.flatMap(Negotiated::pseudoRandom);
        }

        private IkeSa.Access access() {
            if (!isEncrypted) {
                return IkeSa.Access.NOTHING_ENCRYPTED;
            }
            if (best.isEmpty()) {
                return IkeSa.Access.NO_KEY;
            }
            return best.get().opened() > 0 ? IkeSa.Access.DECRYPTED : IkeSa.Access.KEY_REFUSED;
        }

        private Optional<String> note(IkeSa sa) {
            if (chest.isEmpty() || !isEncrypted) {
                return Optional.empty();
            }
            String what = "what was inside IKE SA " + sa.spis() + " ("
                    + sa.initiator().address() + " > " + sa.responder().address() + "): ";
            if (best.isEmpty()) {
                return Optional.of(what + "no key was given for it");
            }
            DecryptionResult attempt = best.get();
            return attempt.reason()
                    .map(reason -> attempt.opened() > 0
                            ? "a part of " + what + reason
                            : what + "the key given does not open it (" + reason + ")");
        }

        private List<Exchange> exchanges() {
            Map<ExchangeKey, List<Integer>> byKey = new LinkedHashMap<>();
            for (int i = 0; i < conversation.messages().size(); i++) {
                byKey.computeIfAbsent(ExchangeKey.of(conversation, i), fresh -> new ArrayList<>())
                        .add(i);
            }
            List<Exchange> exchanges = new ArrayList<>();
            for (List<Integer> places : byKey.values()) {
                exchanges.add(exchange(places));
            }
            return exchanges;
        }

        private Exchange exchange(List<Integer> places) {
            Message first = conversation.messages().get(places.get(0));
            Message last = conversation.messages().get(places.get(places.size() - 1));
            IpAddress beginner = first.header().isRequest()
                    ? first.captured().source()
                    : first.captured().destination();
            long longestAnswer = 0;
            int retransmissions = 0;
            for (int place : places) {
                Message message = conversation.messages().get(place);
                if (!message.captured().source().equals(first.captured().source())) {
                    longestAnswer =
                            Math.max(longestAnswer, Math.max(1, message.header().length()));
                }
                retransmissions += conversation.copies().get(place);
            }
            return new Exchange(
                    new ExchangeKind(
                            first.header().majorVersion(), first.header().exchangeType()),
                    first.header().messageId(),
                    beginner.equals(conversation.initiator()) ? IkeRole.INITIATOR : IkeRole.RESPONDER,
                    new Exchange.Course(places.size(), retransmissions, longestAnswer),
                    first.captured().nanos(),
                    last.captured().nanos(),
                    first.captured().frame());
        }

        private int incomplete() {
            int incomplete = 0;
            for (Message message : conversation.messages()) {
                incomplete += message.isWhole() ? 0 : 1;
            }
            return incomplete;
        }

        private static List<Vendor> vendors(List<ReadMessage> messages) {
            Set<Vendor> vendors = new LinkedHashSet<>();
            for (ReadMessage read : messages) {
                for (Payload.VendorId vendor : read.all(Payload.VendorId.class)) {
                    vendors.add(VendorNames.of(read.source(), vendor.value()));
                }
            }
            return List.copyOf(vendors);
        }

        private static List<Notice> notices(List<ReadMessage> messages) {
            List<Notice> notices = new ArrayList<>();
            for (ReadMessage read : messages) {
                for (Payload.Notify notify : read.message().all(Payload.Notify.class)) {
                    notices.add(notice(read, notify, false));
                }
                for (Payload.Notify notify : read.inner().all(Payload.Notify.class)) {
                    notices.add(notice(read, notify, true));
                }
            }
            return notices;
        }

        private static Notice notice(ReadMessage read, Payload.Notify notify, boolean isEncrypted) {
            Message message = read.message();
            return new Notice(
                    read.source(),
                    notify.type(),
                    NotifyNames.name(message.header().majorVersion(), notify.type()),
                    NotifyNames.isError(message.header().majorVersion(), notify.type()),
                    NotifyMeaning.of(message.header().majorVersion(), notify.type()),
                    isEncrypted,
                    new ExchangeKind(
                            message.header().majorVersion(), message.header().exchangeType()),
                    message.captured().seen());
        }
    }

    /** What the messages of one exchange have in common. */
    private record ExchangeKey(int exchangeType, long messageId, IkeRole beganBy) {
        static ExchangeKey of(Conversation conversation, int place) {
            Message message = conversation.messages().get(place);
            // Version 1 has message ids of its own for each exchange, whoever begins it.
            boolean byInitiator = message.header().majorVersion() == 1
                    || message.header().byInitiator() == message.header().isRequest();
            return new ExchangeKey(
                    message.header().exchangeType(),
                    message.header().messageId(),
                    byInitiator ? IkeRole.INITIATOR : IkeRole.RESPONDER);
        }

        // By hand, as for MAC addresses: what the compiler gives takes milliseconds at each start.
        @Override
        public boolean equals(Object other) {
            return other instanceof ExchangeKey key
                    && key.exchangeType == exchangeType
                    && key.messageId == messageId
                    && key.beganBy == beganBy;
        }

        @Override
        public int hashCode() {
            return (31 * Long.hashCode(messageId) + exchangeType) * 2 + (beganBy == IkeRole.INITIATOR ? 0 : 1);
        }
    }
}
