package io.github.espial.redact.frame;

/** ICMP (RFC 792): what errors and redirects quote is redacted as the packet itself was. */
final class IcmpMessage {
    private static final int HEADER_LENGTH = 8;
    private static final int CHECKSUM = 2;
    private static final int UNREACHABLE = 3;
    private static final int QUENCH = 4;
    private static final int REDIRECT = 5;
    private static final int ROUTER_ADVERTISEMENT = 9;
    private static final int TIME_EXCEEDED = 11;
    private static final int PARAMETER_PROBLEM = 12;
    private static final int MASK_REPLY = 18;

    private final Layers layers;

    IcmpMessage(Layers layers) {
        this.layers = layers;
    }

    void redact(int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + CHECKSUM));
        int rest = at + CHECKSUM + 2;
        int type = draft.u8(at);
        switch (type) {
            case REDIRECT -> {
                draft.redactIpv4(rest);
                layers.ipv4.redact(at + HEADER_LENGTH, end);
            }
            case UNREACHABLE, QUENCH, TIME_EXCEEDED, PARAMETER_PROBLEM -> {
                draft.keep(rest, Math.min(end, at + HEADER_LENGTH));
                // The length of the quote, in words, where something follows it (RFC 4884 §3).
                int words = draft.u8(rest + 1);
                int stop = words == 0 ? end : Math.min(end, at + HEADER_LENGTH + 4 * words);
                layers.ipv4.redact(at + HEADER_LENGTH, stop);
            }
            case ROUTER_ADVERTISEMENT -> {
                draft.keep(rest, Math.min(end, at + HEADER_LENGTH));
                for (int entry = at + HEADER_LENGTH; entry + 8 <= end; entry += 8) {
                    draft.redactIpv4(entry);
                    draft.keep(entry + 4, entry + 8);
                }
            }
            case MASK_REPLY, MASK_REPLY - 1 -> draft.keep(rest, Math.min(end, at + HEADER_LENGTH + 4));
            // Identifier and sequence number of an echo, and of others that have them.
            case 0, 8, 13, 14 -> draft.keep(rest, Math.min(end, at + HEADER_LENGTH));
            default -> {
                // What is not known stays zero.
            }
        }
        if (end - at >= HEADER_LENGTH) {
            draft.put16(at + CHECKSUM, layers.checksums.of(at, end));
        }
    }
}
