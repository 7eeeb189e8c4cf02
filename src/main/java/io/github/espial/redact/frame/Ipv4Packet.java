package io.github.espial.redact.frame;

/** IPv4 packets (RFC 791), whole or quoted. */
final class Ipv4Packet {
    private static final int HEADER_LENGTH = 20;
    private static final int TOTAL_LENGTH = 2;
    private static final int FLAGS_AND_OFFSET = 6;
    private static final int PROTOCOL = 9;
    private static final int CHECKSUM = 10;
    private static final int SOURCE = 12;
    private static final int OFFSET = 0x1fff;
    private static final int OFFSET_OR_MORE = 0x3fff;

    private static final int OPTION_END = 0;
    private static final int OPTION_NOTHING = 1;
    private static final int OPTION_ALERT = 148;

    private final Layers layers;

    Ipv4Packet(Layers layers) {
        this.layers = layers;
    }

    void redact(int at, int end) {
        if (!layers.enter()) {
            return;
        }
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + CHECKSUM));
        draft.redactIpv4(at + SOURCE);
        draft.redactIpv4(at + SOURCE + 4);
        int header = 4 * (draft.u8(at) & 0xf);
        int payload = at + header;
        boolean fits = draft.u8(at) >>> 4 == 4 && header >= HEADER_LENGTH && payload <= end;
        if (fits) {
            redactOptions(at + HEADER_LENGTH, payload);
            draft.put16(at + CHECKSUM, layers.checksums.of(at, payload));
            int total = draft.u16(at + TOTAL_LENGTH);
            // What is handed to a card that cuts it has no length yet.
            boolean hasTotal = total >= header;
            int fragment = draft.u16(at + FLAGS_AND_OFFSET);
            IpHeader ip = new IpHeader(4, at + SOURCE, (fragment & OFFSET) == 0, (fragment & OFFSET_OR_MORE) == 0);
            int stop = hasTotal ? Math.min(end, at + total) : end;
            int length = hasTotal ? total - header : end - payload;
            layers.payload.redact(draft.u8(at + PROTOCOL), ip, payload, stop, length);
        }
        layers.leave();
    }

    /** Options hold addresses, but for one; the others become such as do nothing. */
    private void redactOptions(int at, int end) {
        Draft draft = layers.draft;
        int position = at;
        while (position < end) {
            int option = draft.u8(position);
            int length = option <= OPTION_NOTHING ? 1 : Math.max(2, draft.u8(position + 1));
            if (option == OPTION_ALERT) {
                draft.keep(position, Math.min(end, position + length));
            } else if (option != OPTION_END) {
                for (int i = position; i < Math.min(end, position + length); i++) {
                    draft.put8(i, OPTION_NOTHING);
                }
            } else {
                return;
            }
            position += length;
        }
    }
}
