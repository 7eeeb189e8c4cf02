package io.github.espial.redact.frame;

import io.github.espial.wire.L2tpAvpView;
import io.github.espial.wire.L2tpView;

/** L2TP of version 2 (RFC 2661): names, numbers and secrets of its control messages are redacted, its data are PPP. */
final class L2tpMessage {
    private static final int SHORTEST = 2;
    private static final int CODES = 4;
    private static final int CAUSE = 3;

    private final Layers layers;
    private final L2tpView l2tp = new L2tpView();
    private final L2tpAvpView pair = new L2tpAvpView();

    L2tpMessage(Layers layers) {
        this.layers = layers;
    }

    void redact(int at, int end) {
        Draft draft = layers.draft;
        if (!l2tp.wrap(draft.original(), at, end - at)) {
            // Version 3, or none: the first octets tell which.
            draft.keep(at, Math.min(end, at + SHORTEST));
            return;
        }
        int body = l2tp.payloadStart();
        int stop = body + l2tp.payloadLength();
        draft.keep(at, Math.min(body, at + headerLength(at)));
        if (!l2tp.isControl()) {
            layers.ppp.redact(body, stop);
            return;
        }
        int position = body;
        while (position < stop) {
            draft.keep(position, Math.min(stop, position + L2tpAvpView.HEADER_LENGTH));
            if (!pair.wrap(draft.original(), position, stop - position)) {
                return;
            }
            redactValue(pair.valueStart(), pair.valueStart() + pair.valueLength());
            position += pair.avpLength();
        }
    }

    /** Octets of the header without what pads it. */
    private int headerLength(int at) {
        int flags = layers.draft.u16(at);
        return 6 + ((flags & 0x4000) != 0 ? 2 : 0) + ((flags & 0x0800) != 0 ? 4 : 0) + ((flags & 0x0200) != 0 ? 2 : 0);
    }

    private void redactValue(int at, int end) {
        Draft draft = layers.draft;
        if (pair.isHidden()) {
            draft.redactSecret(at, end);
        } else if (pair.vendorId() == 0) {
            switch (pair.attributeType()) {
                // The codes; the text behind them goes.
                case L2tpAvpView.RESULT_CODE -> draft.keep(at, Math.min(end, at + CODES));
                case 12 -> draft.keep(at, Math.min(end, at + CAUSE));
                // Kind of message, versions, capabilities, ids, windows, speeds, errors, masks.
                case 0, 2, 3, 4, 6, 9, 10, 14, 15, 16, 17, 18, 19, 24, 25, 29, 32, 34, 35, 38, 39 ->
                    draft.keep(at, end);
                case L2tpAvpView.HOST_NAME,
                        L2tpAvpView.VENDOR_NAME,
                        L2tpAvpView.CALLED_NUMBER,
                        L2tpAvpView.CALLING_NUMBER,
                        23,
                        30 -> draft.redactName(at, end);
                default -> draft.redactSecret(at, end);
            }
        }
    }
}
