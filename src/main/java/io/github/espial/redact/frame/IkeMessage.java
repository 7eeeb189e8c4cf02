package io.github.espial.redact.frame;

import io.github.espial.ike.KnownVendors;
import io.github.espial.wire.IkeIdentityView;
import io.github.espial.wire.IkeNotifyView;
import io.github.espial.wire.IkePayloads;
import io.github.espial.wire.IkeView;

/**
 * Messages of IKE, of both versions. What is proposed, notified and deleted is left; identities, keys, nonces, hashes,
 * certificates and all that is encrypted become other octets, and NAT detection tells the same of the other addresses.
 */
final class IkeMessage {
    private static final int V1_CERTIFICATE = 6;
    private static final int V1_CERTIFICATE_REQUEST = 7;
    private static final int V1_SIGNATURE = 9;
    private static final int V2_CERTIFICATE = 37;
    private static final int V2_CERTIFICATE_REQUEST = 38;
    private static final int V2_AUTHENTICATION = 39;

    private static final int NAT_SOURCE = 16388;
    private static final int NAT_DESTINATION = 16389;

    /** Identities of letters: a host's name, and a user's. */
    private static final int HOST = 2;

    private static final int USER = 3;
    private static final int SELECTORS = 4;
    private static final int SELECTOR = 8;
    private static final int IPV4_SELECTOR = 7;
    private static final int IPV6_SELECTOR = 8;
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;

    private final Layers layers;
    private final NatHashes hashes;
    private final IkeView message = new IkeView();
    private final IkePayloads payloads = new IkePayloads();
    private final IkeNotifyView notify = new IkeNotifyView();

    IkeMessage(Layers layers) {
        this.layers = layers;
        this.hashes = new NatHashes(layers.draft);
    }

    /**
     * Redacts a message.
     *
     * @param udp where the header of the datagram stands
     */
    void redact(IpHeader ip, int udp, int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + IkeView.HEADER_LENGTH));
        if (!message.wrap(draft.original(), at, end - at) || !message.isPlausible()) {
            return;
        }
        int body = message.payloadStart();
        int stop = body + message.payloadLength();
        if (message.isEncrypted()) {
            redactSealed(body, stop);
            return;
        }
        hashes.begin(ip, udp, at);
        redactPayloads(message.nextPayload(), body, stop);
    }

    /** Redacts decrypted payloads, which nothing stands before. */
    void redactOpened(int firstType, int end) {
        // Hashes of addresses are in the clear only, so there are none to hold these against.
        hashes.begin(new IpHeader(4, end, true, true), end, end);
        redactPayloads(firstType, 0, end);
    }

    private void redactPayloads(int firstType, int body, int stop) {
        Draft draft = layers.draft;
        payloads.wrap(draft.original(), body, stop - body, firstType);
        while (payloads.nextPayload()) {
            draft.keep(payloads.bodyStart() - IkePayloads.HEADER_LENGTH, payloads.bodyStart());
            redactBody(payloads.type(), payloads.bodyStart(), payloads.bodyStart() + payloads.bodyLength());
        }
        if (payloads.fault() != IkePayloads.Fault.NONE) {
            // The header that does not fit tells why.
            draft.keep(payloads.restStart(), Math.min(stop, payloads.restStart() + IkePayloads.HEADER_LENGTH));
        }
    }

    private void redactBody(int type, int at, int end) {
        Draft draft = layers.draft;
        switch (type) {
            case IkePayloads.V1_SA, IkePayloads.V2_SA, IkePayloads.V1_DELETE, IkePayloads.V2_DELETE ->
                draft.keep(at, end);
            case IkePayloads.V2_KEY_EXCHANGE, IkePayloads.V2_ENCRYPTED_FRAGMENT -> {
                draft.keep(at, Math.min(end, at + 4));
                redactSealed(at + 4, end);
            }
            case V1_CERTIFICATE, V1_CERTIFICATE_REQUEST, V2_CERTIFICATE, V2_CERTIFICATE_REQUEST ->
                redactBehind(1, at, end);
            case V2_AUTHENTICATION -> redactBehind(4, at, end);
            case IkePayloads.V1_HASH, V1_SIGNATURE -> draft.redactSecret(at, end);
            case IkePayloads.V1_KEY_EXCHANGE, IkePayloads.V1_NONCE, IkePayloads.V2_NONCE, IkePayloads.V2_ENCRYPTED ->
                redactSealed(at, end);
            case IkePayloads.V2_SELECTORS_INITIATOR, IkePayloads.V2_SELECTORS_RESPONDER -> redactSelectors(at, end);
            case IkePayloads.V1_IDENTITY, IkePayloads.V2_IDENTITY_INITIATOR, IkePayloads.V2_IDENTITY_RESPONDER ->
                redactIdentity(at, end);
            case IkePayloads.V1_NOTIFY -> redactNotify(at, end, 1);
            case IkePayloads.V2_NOTIFY -> redactNotify(at, end, 2);
            case IkePayloads.V1_VENDOR_ID, IkePayloads.V2_VENDOR_ID -> redactVendor(at, end);
            case IkePayloads.V1_NAT_DETECTION, IkePayloads.V1_NAT_DETECTION_DRAFT -> hashes.redact(at, end);
            default -> {
                // What is not known stays zero.
            }
        }
    }

    private void redactBehind(int kept, int at, int end) {
        layers.draft.keep(at, Math.min(end, at + kept));
        layers.draft.redactSecret(at + kept, end);
    }

    /** What is encrypted, and what keys are derived from. */
    private void redactSealed(int at, int end) {
        if (layers.sealed == Sealed.KEPT) {
            layers.draft.keep(at, end);
        } else {
            layers.draft.redactSecret(at, end);
        }
    }

    /** Ranges of addresses and ports (RFC 7296 §3.13). */
    private void redactSelectors(int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + SELECTORS));
        int selector = at + SELECTORS;
        while (selector + SELECTOR <= end && draft.u16(selector + 2) >= SELECTOR) {
            int next = selector + draft.u16(selector + 2);
            int range = selector + SELECTOR;
            draft.keep(selector, range);
            if (draft.u8(selector) == IPV4_SELECTOR && next <= end && next - range == 2 * IPV4_LENGTH) {
                draft.redactIpv4Range(range);
            } else if (draft.u8(selector) == IPV6_SELECTOR && next <= end && next - range == 2 * IPV6_LENGTH) {
                draft.redactIpv6Range(range);
            }
            selector = next;
        }
    }

    private void redactVendor(int at, int end) {
        Draft draft = layers.draft;
        if (KnownVendors.knows(draft.copy(at, end))) {
            draft.keep(at, end);
        } else {
            draft.redactSecret(at, end);
        }
    }

    private void redactIdentity(int at, int end) {
        Draft draft = layers.draft;
        int identity = at + IkeIdentityView.HEADER_LENGTH;
        draft.keep(at, Math.min(end, identity));
        int length = end - identity;
        switch (draft.u8(at)) {
            case IkeIdentityView.IPV4 -> draft.redactIpv4List(identity, end);
            case IkeIdentityView.IPV4_RANGE -> {
                if (length == 2 * IPV4_LENGTH) {
                    draft.redactIpv4Range(identity);
                }
            }
            case IkeIdentityView.IPV6_RANGE -> {
                if (length == 2 * IPV6_LENGTH) {
                    draft.redactIpv6Range(identity);
                }
            }
            case IkeIdentityView.IPV4_SUBNET -> {
                if (length == 2 * IPV4_LENGTH) {
                    int mask = draft.i32(identity + IPV4_LENGTH);
                    draft.redactIpv4Prefix(identity, Integer.bitCount(mask));
                    draft.keep(identity + IPV4_LENGTH, end);
                }
            }
            case IkeIdentityView.IPV6 -> {
                if (length == IPV6_LENGTH) {
                    draft.redactIpv6(identity);
                }
            }
            case IkeIdentityView.IPV6_SUBNET -> {
                if (length == 2 * IPV6_LENGTH) {
                    int mask = identity + IPV6_LENGTH;
                    draft.redactIpv6Prefix(
                            identity, Long.bitCount(draft.i64(mask)) + Long.bitCount(draft.i64(mask + Long.BYTES)));
                    draft.keep(mask, end);
                }
            }
            case HOST, USER -> draft.redactName(identity, end);
            default -> draft.redactSecret(identity, end);
        }
    }

    private void redactNotify(int at, int end, int version) {
        Draft draft = layers.draft;
        if (!notify.wrap(draft.original(), at, end - at, version)) {
            return;
        }
        int data = notify.dataStart();
        draft.keep(at, data);
        if (version == 2 && (notify.type() == NAT_SOURCE || notify.type() == NAT_DESTINATION)) {
            hashes.redact(data, end);
        } else if (hasNumbers(notify.type(), version)) {
            draft.keep(data, end);
        } else {
            draft.redactSecret(data, end);
        }
    }

    /** Of version 2: a group, a window, transforms of IPComp, hash algorithms. Of version 1: lifetime, replay status. */
    private static boolean hasNumbers(int type, int version) {
        return version == 2
                ? type == 17 || type == 16385 || type == 16387 || type == 16431
                : type == 24576 || type == 24577;
    }
}
