package io.github.espial.dissect;

import io.github.espial.wire.PppControlView;
import io.github.espial.wire.PppOptionView;
import io.github.espial.wire.PppView;
import java.nio.ByteBuffer;

/**
 * What a PPP frame tells of its link: that the ends agree on something, prove who they are, encrypt, or send packets.
 * Names and passwords are not read. The answers hold until the next frame. Allocates nothing. Not thread-safe.
 */
final class PppNegotiation {
    /** Code of CHAP and EAP: the proof was not accepted. */
    private static final int FAILURE = 4;

    private static final int LAST_CODE_OF_NEGOTIATION = 6;
    private static final int LAST_CODE_OF_AUTHENTICATION = 4;

    /** What a failure of MS-CHAP begins with: a Windows error number in decimal follows (RFC 2759 §6). */
    private static final int ERROR_NUMBER = ('E' << Byte.SIZE) | '=';

    /** Digits of such a number; more are none of Windows. */
    private static final int MOST_DIGITS = 6;

    private final PppView ppp = new PppView();
    private final PppControlView control = new PppControlView();
    private final PppOptionView option = new PppOptionView();

    private int protocol;
    private int code;
    private long detail;

    /** Reads a frame; false when it tells nothing of its link, such as an echo. */
    boolean read(ByteBuffer octets, int start, int length) {
        code = 0;
        detail = 0;
        if (!ppp.wrap(octets, start, length)) {
            return false;
        }
        protocol = ppp.protocol();
        if (protocol == PppView.IPV4 || protocol == PppView.IPV6 || protocol == PppView.COMPRESSED) {
            return true;
        }
        if (!isRead(protocol) || !control.wrap(octets, ppp.payloadStart(), ppp.payloadLength())) {
            return false;
        }
        code = control.code();
        boolean isAuthentication = isAuthentication(protocol);
        if (code < 1 || code > (isAuthentication ? LAST_CODE_OF_AUTHENTICATION : LAST_CODE_OF_NEGOTIATION)) {
            return false;
        }
        if (isAuthentication) {
            detail = protocol == PppView.CHAP && code == FAILURE ? errorNumber(octets) : 0;
        } else if (code == PppControlView.CONFIGURE_ACK) {
            detail = agreed(octets);
        }
        return true;
    }

    /** Protocol of PPP, 16 bits. */
    int protocol() {
        return protocol;
    }

    /** Code of the protocol, 8 bits; 0 for packets, compressed ones included. */
    int code() {
        return code;
    }

    /**
     * Of what LCP agrees to, the authentication protocol and, in the low 8 bits, CHAP's algorithm; of IPCP, the address;
     * of CCP, the bits of MPPE; of a failure of MS-CHAP, Windows' error number. 0 where there is none.
     */
    long detail() {
        return detail;
    }

    private static boolean isRead(int protocol) {
        return protocol == PppView.LCP
                || protocol == PppView.IPCP
                || protocol == PppView.CCP
                || isAuthentication(protocol);
    }

    private static boolean isAuthentication(int protocol) {
        return protocol == PppView.PAP || protocol == PppView.CHAP || protocol == PppView.EAP;
    }

    private long agreed(ByteBuffer octets) {
        int at = control.payloadStart();
        int end = at + control.payloadLength();
        while (option.wrap(octets, at, end - at)) {
            long value = agreed(octets, option);
            if (value != 0) {
                return value;
            }
            at += option.optionLength();
        }
        return 0;
    }

    private long agreed(ByteBuffer octets, PppOptionView option) {
        int at = option.valueStart();
        int length = option.valueLength();
        if (protocol == PppView.LCP) {
            boolean isWanted = option.type() == PppOptionView.AUTHENTICATION_PROTOCOL && length >= Short.BYTES;
            int algorithm = isWanted && length > Short.BYTES ? octets.get(at + Short.BYTES) & 0xff : 0;
            return isWanted ? ((octets.getShort(at) & 0xffffL) << Byte.SIZE) | algorithm : 0;
        }
        int wanted = protocol == PppView.IPCP ? PppOptionView.IP_ADDRESS : PppOptionView.MPPE;
        return option.type() == wanted && length == Integer.BYTES ? Integer.toUnsignedLong(octets.getInt(at)) : 0;
    }

    private long errorNumber(ByteBuffer octets) {
        int at = control.payloadStart();
        int end = at + control.payloadLength();
        if (end - at < Short.BYTES || octets.getShort(at) != ERROR_NUMBER) {
            return 0;
        }
        long number = 0;
        int digits = Math.min(end, at + Short.BYTES + MOST_DIGITS);
        for (int digit = at + Short.BYTES; digit < digits && isDigit(octets.get(digit)); digit++) {
            number = 10 * number + octets.get(digit) - '0';
        }
        return number;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
