package io.github.espial.redact.frame;

import io.github.espial.dissect.ClearGlance;
import io.github.espial.net.Ports;
import io.github.espial.wire.EspView;

/**
 * ESP (RFC 4303). Its ciphertext becomes other octets: who comes by the key later must not read it. Where it encrypts
 * nothing, the inner packet is redacted as any other.
 */
final class EspPacket {
    /** Octets of the IV of AES-GMAC, which encrypts nothing either (RFC 4543). */
    private static final int IV_LENGTH = 8;

    /** Octets after the inner packet at most, as {@link ClearGlance} counts. */
    private static final int LONGEST_TAIL = 64;

    private final Layers layers;

    EspPacket(Layers layers) {
        this.layers = layers;
    }

    /** @param length as sent, from the SPI on */
    void redact(IpHeader ip, int at, int end, int length) {
        Draft draft = layers.draft;
        int inner = at + EspView.HEADER_LENGTH;
        draft.keep(at, Math.min(end, inner));
        if (layers.sealed == Sealed.KEPT) {
            // What encrypts nothing is opened as well, and redacted then.
            draft.keep(inner, end);
            return;
        }
        if (inner >= end) {
            return;
        }
        if (!ClearGlance.at(draft.original(), at, end - at, length)) {
            draft.redactSecret(inner, end);
            return;
        }
        int available = length - EspView.HEADER_LENGTH;
        if (!fits(packetLength(inner), available)) {
            draft.redactSecret(inner, Math.min(end, inner + IV_LENGTH));
            inner += IV_LENGTH;
            available -= IV_LENGTH;
        }
        int packet = packetLength(inner);
        if (!fits(packet, available)) {
            draft.redactSecret(inner, end);
            return;
        }
        int stop = Math.min(end, inner + packet);
        if (draft.u8(inner) >>> 4 == 4 || draft.u8(inner) >>> 4 == 6) {
            layers.network.redactIp(inner, stop);
        } else {
            layers.udp.redact(ip, inner, stop);
        }
        // Padding, its length, the next header and the ICV.
        draft.keep(stop, end);
    }

    private static boolean fits(int packet, int available) {
        return packet > 0 && packet < available && packet + LONGEST_TAIL >= available;
    }

    /** Octets of the packet that seems to stand there; 0 where none does. */
    private int packetLength(int at) {
        Draft draft = layers.draft;
        int first = draft.u8(at);
        if (first >= 0x45 && first <= 0x4f) {
            return draft.u16(at + 2);
        }
        if (first >>> 4 == 6) {
            return 40 + draft.u16(at + 4);
        }
        return isL2tp(at) ? draft.u16(at + 4) : 0;
    }

    private boolean isL2tp(int at) {
        return layers.draft.u16(at) == Ports.L2TP || layers.draft.u16(at + 2) == Ports.L2TP;
    }
}
