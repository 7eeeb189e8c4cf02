package io.github.espial.dissect;

import io.github.espial.wire.L2tpAvpView;
import io.github.espial.wire.L2tpView;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an L2TP packet tells of its tunnel: a control message by its AVPs (RFC 2661 §4), a data message by the PPP frame
 * in it. The answers hold until the next packet. Allocates nothing, but for texts that are asked for. Not thread-safe.
 */
public final class L2tpPacket {
    /** What a control message may say in words. */
    public enum Text {
        /** Name of the sender. */
        HOST_NAME(0, L2tpAvpView.HOST_NAME, 0),
        /** Who made its program. */
        VENDOR_NAME(1, L2tpAvpView.VENDOR_NAME, 0),
        /** Who is called. */
        CALLED_NUMBER(2, L2tpAvpView.CALLED_NUMBER, 0),
        /** Who calls. */
        CALLING_NUMBER(3, L2tpAvpView.CALLING_NUMBER, 0),
        /** Why the tunnel or the session ends. */
        REASON(4, L2tpAvpView.RESULT_CODE, 2 * Short.BYTES);

        private static final Text[] ALL = values();

        private final int place;
        private final int attribute;
        /** Octets of the value before the text. */
        private final int before;

        Text(int place, int attribute, int before) {
            this.place = place;
            this.attribute = attribute;
            this.before = before;
        }
    }

    /** What {@link #result} and {@link #error} give where the message has none. */
    public static final int NONE = -1;

    /** Message type of an acknowledgement, which has no AVP (RFC 2661 §5.8). */
    public static final int ZERO_LENGTH_BODY = 0;

    /** Octets of a text that are read: names and reasons are shorter. */
    private static final int LONGEST_TEXT = 200;

    private static final int ID_LENGTH = 2;

    private final L2tpAvpView avp = new L2tpAvpView();
    private final HostPair hosts = new HostPair();
    private final PppNegotiation ppp = new PppNegotiation();
    private final int[] textStart = new int[Text.ALL.length];
    private final int[] textLength = new int[Text.ALL.length];

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int tunnelId;
    private int sessionId;
    private boolean isControl;
    private int messageType;
    private int assignedId;
    private int result;
    private int error;
    private boolean isHiding;
    private boolean isBroken;

    /** Reads the packet that {@code packet} found to be L2TP; false when it tells nothing. */
    public boolean read(ByteBuffer octets, Dissector packet) {
        hosts.take(packet);
        return read(octets, packet.l2tp());
    }

    /** Reads a packet between {@code ends} in which L2TP was found; false when it tells nothing. */
    boolean read(ByteBuffer octets, L2tpView l2tp, HostPair ends) {
        hosts.take(ends);
        return read(octets, l2tp);
    }

    boolean read(ByteBuffer octets, L2tpView l2tp) {
        this.octets = octets;
        tunnelId = l2tp.tunnelId();
        sessionId = l2tp.sessionId();
        isControl = l2tp.isControl();
        if (!isControl) {
            return ppp.read(octets, l2tp.payloadStart(), l2tp.payloadLength());
        }
        messageType = ZERO_LENGTH_BODY;
        assignedId = 0;
        result = NONE;
        error = NONE;
        isHiding = false;
        isBroken = false;
        Arrays.fill(textLength, 0);
        readAvps(l2tp);
        return true;
    }

    private void readAvps(L2tpView l2tp) {
        int start = l2tp.payloadStart();
        int at = start;
        int end = at + l2tp.payloadLength();
        while (avp.wrap(octets, at, end - at)) {
            if (avp.isHidden()) {
                isHiding = true;
            } else if (avp.vendorId() == 0) {
                readAvp(at == start);
            }
            at += avp.avpLength();
        }
        // Where the capture cut the message off, its last AVP is not the sender's fault.
        if (at < end && l2tp.payloadLength() == l2tp.payloadOriginalLength()) {
            isBroken = true;
        }
        if (at > start && messageType == ZERO_LENGTH_BODY) {
            isBroken = true;
        }
    }

    private void readAvp(boolean isFirst) {
        int type = avp.attributeType();
        if (type == L2tpAvpView.MESSAGE_TYPE && isFirst) {
            messageType = number(0);
        } else if (type == L2tpAvpView.ASSIGNED_TUNNEL_ID || type == L2tpAvpView.ASSIGNED_SESSION_ID) {
            assignedId = number(0);
        } else if (type == L2tpAvpView.RESULT_CODE) {
            result = number(0);
            error = avp.valueLength() >= 2 * ID_LENGTH ? number(ID_LENGTH) : NONE;
        }
        for (Text text : Text.ALL) {
            if (text.attribute == type && avp.valueLength() > text.before) {
                textStart[text.place] = avp.valueStart() + text.before;
                textLength[text.place] = avp.valueLength() - text.before;
            }
        }
    }

    /** 16 bits of the value; 0 where it is too short for them. */
    private int number(int offset) {
        if (avp.valueLength() < offset + ID_LENGTH) {
            isBroken = true;
            return 0;
        }
        return octets.getShort(avp.valueStart() + offset) & 0xffff;
    }

    /** Between which hosts it goes. */
    public HostPair hosts() {
        return hosts;
    }

    /** The receiver's number of the tunnel, 16 bits; 0 where it has told none yet. */
    public int tunnelId() {
        return tunnelId;
    }

    /** The receiver's number of the session, 16 bits; 0 where the message is about the tunnel. */
    public int sessionId() {
        return sessionId;
    }

    /** Whether this is a control message, of which the next eight answers tell; otherwise the last three do. */
    public boolean isControl() {
        return isControl;
    }

    /** Message type, 16 bits (RFC 2661 §3.2), or {@link #ZERO_LENGTH_BODY}. */
    public int messageType() {
        return messageType;
    }

    /** The sender's number of the tunnel, or of the session, that the message is about; 0 where it tells none. */
    public int assignedId() {
        return assignedId;
    }

    /** Result code, 16 bits, or {@link #NONE} (RFC 2661 §4.4.2). */
    public int result() {
        return result;
    }

    /** Error code, 16 bits, or {@link #NONE} (RFC 2661 §4.4.2). */
    public int error() {
        return error;
    }

    /** Whether some AVP is hidden. */
    public boolean isHiding() {
        return isHiding;
    }

    /** Whether the AVPs do not fit into the message, or do not begin with its type. */
    public boolean isBroken() {
        return isBroken;
    }

    public boolean has(Text text) {
        return textLength[text.place] > 0;
    }

    /** What the message says, cut off where it is very long; empty where it does not. */
    public Optional<String> text(Text text) {
        if (!has(text)) {
            return Optional.empty();
        }
        byte[] copy = new byte[Math.min(LONGEST_TEXT, textLength[text.place])];
        octets.get(textStart[text.place], copy);
        return Optional.of(new String(copy, StandardCharsets.UTF_8));
    }

    /** Protocol of the PPP frame, 16 bits. */
    public int pppProtocol() {
        return ppp.protocol();
    }

    /** Code of the PPP packet, 8 bits; 0 where its protocol has none. */
    public int pppCode() {
        return ppp.code();
    }

    /**
     * Of what LCP agrees to, the authentication protocol and, in the low 8 bits, CHAP's algorithm; of IPCP, the address;
     * of CCP, the bits of MPPE; of a failure of MS-CHAP, Windows' error number. 0 where there is none.
     */
    public long pppDetail() {
        return ppp.detail();
    }
}
