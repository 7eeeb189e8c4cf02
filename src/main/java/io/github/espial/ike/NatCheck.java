package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import io.github.espial.wire.IkeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the hashes by which IKE finds NATs: of both SPIs, an address and a port (RFC 7296 §2.23, RFC 3947 §3.2). A
 * sender's own address that does not fit was changed on the way here; a receiver's that does not fit was changed on the
 * way of earlier packets.
 */
final class NatCheck {
    private final IpAddress initiator;
    private boolean isChecked;
    private boolean isInitiatorBehind;
    private boolean isResponderBehind;

    private NatCheck(IpAddress initiator) {
        this.initiator = initiator;
    }

    /**
     * What the messages of a conversation tell.
     *
     * @param hash of version 1, as the peers agreed on it; empty where it is not known
     */
    static Nat of(Conversation conversation, Optional<Hash> hash) {
        NatCheck check = new NatCheck(conversation.initiator());
        for (Message message : conversation.messages()) {
            if (message.header().majorVersion() > 1 && message.header().exchangeType() == IkeView.V2_IKE_SA_INIT) {
                check.version2(message);
            } else if (message.header().majorVersion() == 1 && hash.isPresent()) {
                check.version1(message, hash.get());
            }
        }
        return new Nat(check.isChecked, check.isInitiatorBehind, check.isResponderBehind);
    }

    private void version2(Message message) {
        List<Chunk> sources = notified(message, NotifyNames.NAT_DETECTION_SOURCE_IP);
        List<Chunk> destinations = notified(message, NotifyNames.NAT_DETECTION_DESTINATION_IP);
        if (!sources.isEmpty() && !destinations.isEmpty()) {
            check(message, Hash.SHA1, sources, destinations);
        }
    }

    private static List<Chunk> notified(Message message, int type) {
        List<Chunk> data = new ArrayList<>();
        for (Payload.Notify notify : message.all(Payload.Notify.class)) {
            if (notify.type() == type) {
                data.add(notify.data());
            }
        }
        return data;
    }

    /** The first hash is of the receiver, those after it are of the sender. */
    private void version1(Message message, Hash hash) {
        List<Chunk> hashes = message.all(Payload.NatDetection.class).stream()
                .map(Payload.NatDetection::hash)
                .toList();
        if (hashes.size() > 1) {
            check(message, hash, hashes.subList(1, hashes.size()), hashes.subList(0, 1));
        }
    }

    private void check(Message message, Hash hash, List<Chunk> sources, List<Chunk> destinations) {
        IpAddress source = message.captured().source();
        IpAddress destination = message.captured().destination();
        Chunk spis = Chunk.joined(
                Chunk.ofLong(message.header().initiatorSpi()),
                Chunk.ofLong(message.header().responderSpi()));
        isChecked = true;
        if (!sources.contains(hashed(hash, spis, source, message.captured().sourcePort()))) {
            behind(source);
        }
        if (!destinations.contains(
                hashed(hash, spis, destination, message.captured().destinationPort()))) {
            behind(destination);
        }
    }

    private static Chunk hashed(Hash hash, Chunk spis, IpAddress address, int port) {
        return hash.of(Chunk.joined(spis, Addresses.octets(address), Chunk.ofShort(port)));
    }

    private void behind(IpAddress address) {
        isInitiatorBehind |= address.equals(initiator);
        isResponderBehind |= !address.equals(initiator);
    }
}
