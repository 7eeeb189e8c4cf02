package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.SeenFrame;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.OctetText;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IKE messages made by hand, a second apart, between 192.0.2.10, which begins, and 198.51.100.20. */
final class Messages {
    static final IpAddress INITIATOR = IpAddress.parse("192.0.2.10");
    static final IpAddress RESPONDER = IpAddress.parse("198.51.100.20");
    static final long INITIATOR_SPI = 0x1122334455667788L;
    static final long RESPONDER_SPI = 0x8877665544332211L;

    private static final Hop HOP = new Hop(new Hop.Point(0, 0), Optional.empty(), Optional.empty(), List.of());
    private static final long SECOND = 1_000_000_000;

    private final List<IkeMessage> all = new ArrayList<>();

    /** A message of version 2; {@code payloads} in hexadecimal digits. */
    Messages version2(boolean fromInitiator, int exchangeType, int messageId, int firstPayload, String payloads) {
        int flags = fromInitiator ? 0x08 : 0x20;
        return add(fromInitiator, header(firstPayload, 0x20, exchangeType, flags, messageId, RESPONDER_SPI), payloads);
    }

    /** A message of version 1; the first one has no responder's cookie. */
    Messages version1(
            boolean fromInitiator, int exchangeType, int flags, int messageId, int firstPayload, String payloads) {
        long responder = all.isEmpty() ? 0 : RESPONDER_SPI;
        return add(fromInitiator, header(firstPayload, 0x10, exchangeType, flags, messageId, responder), payloads);
    }

    List<IkeMessage> all() {
        return List.copyOf(all);
    }

    /** The only story that there is. */
    IkeSa story() {
        return IkeStories.of(all, List.of()).sas().get(0);
    }

    private Messages add(boolean fromInitiator, ByteBuffer header, String payloads) {
        byte[] body = OctetText.octets(payloads);
        return whole(
                fromInitiator,
                ByteBuffer.allocate(IkeView.HEADER_LENGTH + body.length)
                        .put(header)
                        .putInt(IkeView.HEADER_LENGTH + body.length)
                        .put(body)
                        .array());
    }

    /** A message that is complete with its header. */
    Messages whole(boolean fromInitiator, byte[] octets) {
        all.add(new IkeMessage(
                new SeenFrame(new FrameReference(0, all.size() + 1L), all.size() * SECOND, 100),
                HOP,
                fromInitiator ? INITIATOR : RESPONDER,
                500,
                fromInitiator ? RESPONDER : INITIATOR,
                500,
                ByteBuffer.wrap(octets)));
        return this;
    }

    /** All but the length. */
    static ByteBuffer header(
            int firstPayload, int version, int exchangeType, int flags, int messageId, long responderSpi) {
        return ByteBuffer.allocate(IkeView.HEADER_LENGTH - Integer.BYTES)
                .putLong(INITIATOR_SPI)
                .putLong(responderSpi)
                .put((byte) firstPayload)
                .put((byte) version)
                .put((byte) exchangeType)
                .put((byte) flags)
                .putInt(messageId)
                .flip();
    }
}
