package io.github.espial.redact.frame;

import io.github.espial.net.LinkTypes;
import io.github.espial.wire.PppControlView;
import io.github.espial.wire.PppView;

/** PPP (RFC 1661) in its framings: what is negotiated is left, but for addresses, names and secrets. */
final class PppLayer {
    private static final int CONTROL_HEADER = PppControlView.HEADER_LENGTH;
    private static final int IPV6CP = 0x8057;
    private static final int LAST_CONFIGURE = 4;
    private static final int PROTOCOL_REJECT = 8;
    private static final int ECHO_REQUEST = 9;
    private static final int ECHO_REPLY = 10;

    private static final int ENDPOINT = 19;
    private static final int CHAP_RESPONSE = 2;
    private static final int FAILURE = 4;
    /** An error of MS-CHAP, and its digits (RFC 2759 §6). */
    private static final int ERROR = ('E' << Byte.SIZE) | '=';

    private static final int MOST_DIGITS = 6;

    private static final int CISCO_HEADER = 4;
    private static final int PPPOE_HEADER = 6;

    private final Layers layers;
    private final PppView ppp = new PppView();

    PppLayer(Layers layers) {
        this.layers = layers;
    }

    /** Redacts a captured frame of a link of two ends; of any other link type nothing is left. */
    void redactLink(int linkType, int length) {
        switch (linkType) {
            case LinkTypes.PPP -> redact(0, length);
            case LinkTypes.PPP_HDLC -> redactHdlc(length);
            case LinkTypes.PPP_ETHER -> {
                layers.draft.keep(0, PPPOE_HEADER);
                redact(PPPOE_HEADER, length);
            }
            case LinkTypes.PPP_PPPD -> redactBehind(2, length);
            case LinkTypes.PPP_WITH_DIRECTION -> redactBehind(1, length);
            case LinkTypes.C_HDLC -> redactCisco(0, length);
            case LinkTypes.C_HDLC_WITH_DIRECTION -> {
                layers.draft.keep(0, 1);
                redactCisco(1, length);
            }
            default -> {
                // What is not known stays zero.
            }
        }
    }

    private void redactHdlc(int length) {
        int address = layers.draft.u8(0);
        if (address == 0x0f || address == 0x8f) {
            redactCisco(0, length);
        } else {
            redact(0, length);
        }
    }

    private void redactBehind(int header, int length) {
        layers.draft.keep(0, header);
        redact(header, length);
    }

    private void redactCisco(int at, int end) {
        layers.draft.keep(at, at + CISCO_HEADER);
        if (end - at > CISCO_HEADER) {
            layers.network.redact(layers.draft.u16(at + 2), at + CISCO_HEADER, end);
        }
    }

    /** Redacts a frame that begins with the protocol, or with address and control before it. */
    void redact(int at, int end) {
        Draft draft = layers.draft;
        if (end <= at || !ppp.wrap(draft.original(), at, end - at)) {
            return;
        }
        int protocol = ppp.protocol();
        int body = ppp.payloadStart();
        int stop = body + ppp.payloadLength();
        draft.keep(at, body);
        switch (protocol) {
            case PppView.IPV4 -> layers.ipv4.redact(body, stop);
            case PppView.IPV6 -> layers.ipv6.redact(body, stop);
            case PppView.LCP, PppView.IPCP, PppView.CCP, IPV6CP -> redactControl(protocol, body, stop);
            case PppView.PAP -> draft.keep(body, Math.min(stop, body + CONTROL_HEADER));
            case PppView.CHAP -> redactChap(body, stop);
            // Its code, and what kind of proof; not whose.
            case PppView.EAP -> draft.keep(body, Math.min(stop, body + CONTROL_HEADER + 1));
            default -> {
                // What is not known stays zero.
            }
        }
    }

    private void redactControl(int protocol, int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + CONTROL_HEADER));
        int code = draft.u8(at);
        int stop = Math.min(end, at + Math.max(CONTROL_HEADER, draft.u16(at + 2)));
        if (code == ECHO_REQUEST || code == ECHO_REPLY) {
            draft.keep(at + CONTROL_HEADER, Math.min(stop, at + CONTROL_HEADER + 4));
        } else if (code == PROTOCOL_REJECT) {
            draft.keep(at + CONTROL_HEADER, Math.min(stop, at + CONTROL_HEADER + 2));
        } else if (code >= 1 && code <= LAST_CONFIGURE) {
            int option = at + CONTROL_HEADER;
            while (option + 2 <= stop && draft.u8(option + 1) >= 2) {
                int next = option + draft.u8(option + 1);
                draft.keep(option, option + 2);
                redactOption(protocol, draft.u8(option), option + 2, Math.min(stop, next));
                option = next;
            }
        }
    }

    private void redactOption(int protocol, int option, int at, int end) {
        Draft draft = layers.draft;
        if (protocol == PppView.CCP || (protocol == PppView.LCP && option != ENDPOINT)) {
            draft.keep(at, end);
        } else if (protocol == PppView.IPCP) {
            // 2 is compression; the others are addresses of the ends and of name servers.
            if (option == 2) {
                draft.keep(at, end);
            } else {
                draft.redactIpv4List(at, end);
            }
        } else {
            draft.redactSecret(at, end);
        }
    }

    private void redactChap(int at, int end) {
        Draft draft = layers.draft;
        int value = at + CONTROL_HEADER;
        draft.keep(at, Math.min(end, value));
        int code = draft.u8(at);
        if (code == 1 || code == CHAP_RESPONSE) {
            int name = value + 1 + draft.u8(value);
            draft.keep(value, Math.min(end, value + 1));
            draft.redactSecret(value + 1, Math.min(end, name));
            draft.redactName(name, Math.min(end, at + draft.u16(at + 2)));
        } else if (code == FAILURE && draft.u16(value) == ERROR) {
            int digit = value + 2;
            while (digit < Math.min(end, value + 2 + MOST_DIGITS) && draft.u8(digit) >= '0' && draft.u8(digit) <= '9') {
                digit++;
            }
            draft.keep(value, Math.min(end, digit));
        }
    }
}
