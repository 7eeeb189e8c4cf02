package io.github.espial.wire;

import java.nio.charset.StandardCharsets;

/** Builds the AVPs of an L2TP control message, step by step as RFC 2661 §4.1 has them. */
public final class Avps {
    private static final int MANDATORY = 0x8000;
    private static final int HIDDEN = 0x4000;

    private final OctetWriter octets = new OctetWriter();

    private Avps() {}

    /** AVPs that begin with the message type. */
    public static Avps of(int messageType) {
        return new Avps().number(L2tpAvpView.MESSAGE_TYPE, messageType);
    }

    public Avps number(int attribute, int value) {
        return avp(MANDATORY, attribute, new OctetWriter().u16(value).toOctets());
    }

    public Avps text(int attribute, String value) {
        return avp(MANDATORY, attribute, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a result code with error code and message. */
    public Avps result(int result, int error, String message) {
        return avp(
                MANDATORY,
                L2tpAvpView.RESULT_CODE,
                new OctetWriter()
                        .u16(result)
                        .u16(error)
                        .octets(message.getBytes(StandardCharsets.UTF_8))
                        .toOctets());
    }

    public Avps hidden(int attribute, byte[] value) {
        return avp(MANDATORY | HIDDEN, attribute, value);
    }

    /** Adds octets as they are. */
    public Avps raw(byte[] some) {
        octets.octets(some);
        return this;
    }

    public byte[] toOctets() {
        return octets.toOctets();
    }

    private Avps avp(int flags, int attribute, byte[] value) {
        octets.u16(flags | (L2tpAvpView.HEADER_LENGTH + value.length))
                .u16(0)
                .u16(attribute)
                .octets(value);
        return this;
    }
}
