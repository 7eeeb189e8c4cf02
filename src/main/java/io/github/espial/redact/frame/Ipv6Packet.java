package io.github.espial.redact.frame;

import io.github.espial.net.IpProtocols;

/** IPv6 packets (RFC 8200) with their extension headers, whole or quoted. */
final class Ipv6Packet {
    private static final int HEADER_LENGTH = 40;
    private static final int PAYLOAD_LENGTH = 4;
    private static final int NEXT_HEADER = 6;
    private static final int SOURCE = 8;
    private static final int DESTINATION = 24;
    private static final int FRAGMENT_LENGTH = 8;
    private static final int UNIT = 8;
    private static final int MOST_EXTENSIONS = 32;

    private static final int OPTION_PAD = 0;
    private static final int OPTION_FILL = 1;
    private static final int OPTION_ALERT = 5;

    private final Layers layers;

    Ipv6Packet(Layers layers) {
        this.layers = layers;
    }

    void redact(int at, int end) {
        if (!layers.enter()) {
            return;
        }
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + SOURCE));
        draft.redactIpv6(at + SOURCE);
        draft.redactIpv6(at + DESTINATION);
        if (end - at >= HEADER_LENGTH && draft.u8(at) >>> 4 == 6) {
            int stated = draft.u16(at + PAYLOAD_LENGTH);
            int payload = at + HEADER_LENGTH;
            int length = stated > 0 ? stated : end - payload;
            redactFrom(draft.u8(at + NEXT_HEADER), at, payload, Math.min(end, payload + length), length);
        }
        layers.leave();
    }

    private void redactFrom(int first, int at, int start, int end, int stated) {
        Draft draft = layers.draft;
        int protocol = first;
        int position = start;
        boolean isFirst = true;
        boolean isWhole = true;
        for (int count = 0; isExtension(protocol); count++) {
            if (count == MOST_EXTENSIONS || position + UNIT > end) {
                return;
            }
            int next = draft.u8(position);
            int length = UNIT;
            if (protocol == IpProtocols.FRAGMENT) {
                draft.keep(position, position + FRAGMENT_LENGTH);
                isWhole = false;
                isFirst = draft.u16(position + 2) >>> 3 == 0;
            } else {
                length = UNIT * (1 + draft.u8(position + 1));
                draft.keep(position, position + 2);
                redactExtension(protocol, position, Math.min(end, position + length));
            }
            position += length;
            protocol = next;
            if (position > end || !isFirst) {
                break;
            }
        }
        if (position <= end) {
            IpHeader ip = new IpHeader(6, at + SOURCE, isFirst, isWhole);
            layers.payload.redact(protocol, ip, position, end, stated - (position - start));
        }
    }

    private static boolean isExtension(int protocol) {
        return protocol == IpProtocols.HOP_BY_HOP
                || protocol == IpProtocols.ROUTING
                || protocol == IpProtocols.FRAGMENT
                || protocol == IpProtocols.DESTINATION_OPTIONS
                || protocol == IpProtocols.MOBILITY;
    }

    private void redactExtension(int protocol, int at, int end) {
        Draft draft = layers.draft;
        if (protocol == IpProtocols.ROUTING) {
            draft.keep(at + 2, Math.min(end, at + UNIT));
            for (int address = at + UNIT; address + 16 <= end; address += 16) {
                draft.redactIpv6(address);
            }
            return;
        }
        if (protocol == IpProtocols.MOBILITY) {
            // Addresses of a traveller, and what authenticates him.
            return;
        }
        int position = at + 2;
        while (position < end) {
            int option = draft.u8(position);
            if (option == OPTION_PAD) {
                position++;
                continue;
            }
            int next = position + 2 + draft.u8(position + 1);
            if (option == OPTION_ALERT) {
                draft.keep(position, Math.min(end, next));
            } else {
                draft.put8(position, OPTION_FILL);
                draft.put8(position + 1, Math.min(end, next) - position - 2);
            }
            position = next;
        }
    }
}
