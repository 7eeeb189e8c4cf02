package io.github.espial.ike;

import io.github.espial.observe.IkeMessage;
import io.github.espial.wire.IkePayloads;
import io.github.espial.wire.IkeView;
import java.util.List;
import java.util.Optional;

/**
 * An IKE message with its header and payloads read.
 *
 * @param isWhole whether all of it was captured
 * @param contents its payloads; of an encrypted message what is before the encrypted ones
 */
record Message(IkeMessage captured, Header header, boolean isWhole, Contents contents) {
    /**
     * What every message begins with.
     *
     * @param initiatorSpi of the IKE SA, 64 bits
     * @param responderSpi of the IKE SA, 64 bits; 0 before the responder has chosen it
     * @param messageId unsigned 32 bits
     * @param isRequest version 2: whether it is no response; version 1 does not tell, and has true
     * @param byInitiator version 2: whether the IKE SA's initiator sent it; version 1 does not tell, and has false
     * @param length octets of the whole message, unsigned 32 bits, as its sender states them
     */
    record Header(
            int majorVersion,
            int exchangeType,
            long initiatorSpi,
            long responderSpi,
            long messageId,
            boolean isRequest,
            boolean byInitiator,
            long length) {
        static Header of(IkeView ike) {
            return new Header(
                    ike.majorVersion(),
                    ike.exchangeType(),
                    ike.initiatorSpi(),
                    ike.responderSpi(),
                    ike.messageId(),
                    !ike.isResponse(),
                    ike.isInitiator(),
                    ike.messageLength());
        }
    }

    /** From here on exchange types of version 1 are private, and their payloads not known. */
    private static final int PRIVATE_USE = 240;

    static Message of(IkeMessage captured) {
        IkeView ike = new IkeView();
        if (!ike.wrap(captured.octets(), 0, captured.length())) {
            throw new IllegalArgumentException("not as long as a header: " + captured.length());
        }
        boolean isWhole = ike.messageLength() == captured.length();
        return new Message(captured, Header.of(ike), isWhole, contents(captured, ike));
    }

    private static Contents contents(IkeMessage captured, IkeView ike) {
        int start = ike.payloadStart();
        int length = ike.payloadLength();
        if (ike.majorVersion() == 1 && ike.exchangeType() >= PRIVATE_USE) {
            return Contents.NONE;
        }
        if (ike.isEncrypted()) {
            Sealed all = new Sealed(ike.nextPayload(), start, length, 1, 1);
            return new Contents(List.of(), Optional.of(all), IkePayloads.Fault.NONE, 0);
        }
        return PayloadReader.read(captured.octets(), start, length, ike.nextPayload(), ike.majorVersion());
    }

    boolean isEncrypted() {
        return contents.sealed().isPresent();
    }

    /** The payloads in the clear that are of one kind. */
    <P extends Payload> List<P> all(Class<P> kind) {
        return contents.all(kind);
    }

    /** A part of the message as it was captured. */
    Chunk part(int start, int length) {
        return Chunk.of(captured.octets(), start, length);
    }
}
