package io.github.espial.redact.frame;

import io.github.espial.net.IpProtocols;
import io.github.espial.wire.NdpView;

/** ICMPv6 (RFC 4443), with neighbor discovery (RFC 4861) and its options. */
final class Icmpv6Message {
    private static final int HEADER_LENGTH = 8;
    private static final int CHECKSUM = 2;
    private static final int LAST_ERROR = 127;
    private static final int ECHO = 128;
    private static final int ECHO_REPLY = 129;
    private static final int FIRST_LISTENER = 130;
    private static final int LAST_LISTENER = 132;
    private static final int LISTENER_2 = 143;
    private static final int ADDRESS_LENGTH = 16;
    private static final int UNIT = 8;

    private static final long ALL_ON_LINK = 0xff02L << 48;
    private static final long SOLICITED = 0x1ff;

    private final Layers layers;

    Icmpv6Message(Layers layers) {
        this.layers = layers;
    }

    void redact(IpHeader ip, int at, int end, int length) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + CHECKSUM));
        int body = at + HEADER_LENGTH;
        int rest = at + CHECKSUM + 2;
        int type = draft.u8(at);
        if (type <= LAST_ERROR) {
            draft.keep(rest, Math.min(end, body));
            layers.ipv6.redact(body, end);
        } else if (type == ECHO || type == ECHO_REPLY) {
            draft.keep(rest, Math.min(end, body));
        } else if (type >= FIRST_LISTENER && type <= LAST_LISTENER) {
            draft.keep(rest, Math.min(end, body));
            draft.redactIpv6(body);
        } else if (type == LISTENER_2) {
            redactReport(body, end);
        } else {
            redactDiscovery(type, ip, at, end);
        }
        if (end - at >= HEADER_LENGTH) {
            draft.put16(at + CHECKSUM, layers.checksums.of(ip, IpProtocols.ICMPV6, length, at, end));
        }
    }

    /** Groups that are listened to; of their sources nothing is left (RFC 3810 §5.2). */
    private void redactReport(int body, int end) {
        Draft draft = layers.draft;
        draft.keep(body - 4, Math.min(end, body));
        int record = body;
        while (record + 4 + ADDRESS_LENGTH <= end) {
            draft.keep(record, record + 4);
            draft.redactIpv6(record + 4);
            record += 4 + ADDRESS_LENGTH + ADDRESS_LENGTH * draft.u16(record + 2) + 4 * draft.u8(record + 1);
        }
    }

    private void redactDiscovery(int type, IpHeader ip, int at, int end) {
        Draft draft = layers.draft;
        int body = at + HEADER_LENGTH;
        int rest = at + CHECKSUM + 2;
        switch (type) {
            case NdpView.ROUTER_SOLICITATION -> redactOptions(body, end);
            case NdpView.ROUTER_ADVERTISEMENT -> {
                draft.keep(rest, Math.min(end, body + UNIT));
                redactOptions(body + UNIT, end);
            }
            case NdpView.NEIGHBOR_SOLICITATION, NdpView.NEIGHBOR_ADVERTISEMENT -> {
                draft.keep(rest, Math.min(end, body));
                draft.redactIpv6(body);
                followTarget(ip, body);
                redactOptions(body + ADDRESS_LENGTH, end);
            }
            case NdpView.REDIRECT -> {
                draft.redactIpv6(body);
                draft.redactIpv6(body + ADDRESS_LENGTH);
                redactOptions(body + 2 * ADDRESS_LENGTH, end);
            }
            default -> {
                // What is not known stays zero.
            }
        }
    }

    /** A solicitation goes to the group that ends as its target does (RFC 4861 §4.3). */
    private void followTarget(IpHeader ip, int target) {
        Draft draft = layers.draft;
        int group = ip.destinationAt();
        boolean isSolicited = draft.i64(group) == ALL_ON_LINK && draft.i64(group + 8) >>> 24 == SOLICITED;
        if (isSolicited && ((draft.i32(group + 12) ^ draft.i32(target + 12)) & 0xffffff) == 0) {
            draft.put8(group + 13, draft.written16(target + 12) & 0xff);
            draft.put16(group + 14, draft.written16(target + 14));
        }
    }

    private void redactOptions(int at, int end) {
        Draft draft = layers.draft;
        int option = at;
        while (option + 2 <= end && draft.u8(option + 1) != 0) {
            int next = option + UNIT * draft.u8(option + 1);
            int stop = Math.min(end, next);
            draft.keep(option, option + 2);
            redactOption(draft.u8(option), option, stop);
            option = next;
        }
    }

    private void redactOption(int type, int at, int end) {
        Draft draft = layers.draft;
        switch (type) {
            // Link-layer addresses of source and target.
            case 1, 2 -> {
                if (end - at == UNIT) {
                    draft.redactMac(at + 2);
                }
            }
            // Prefix: its length, flags and times, then the prefix.
            case 3 -> {
                draft.keep(at + 2, Math.min(end, at + 12));
                draft.redactIpv6Prefix(at + 16, draft.u8(at + 2));
            }
            // Redirected header: the packet.
            case 4 -> layers.ipv6.redact(at + 8, end);
            // MTU.
            case 5 -> draft.keep(at + 2, end);
            // Route (RFC 4191 §2.3), whose prefix may be cut short.
            case 24 -> {
                draft.keep(at + 2, Math.min(end, at + 8));
                if (end - at >= 8 + ADDRESS_LENGTH) {
                    draft.redactIpv6Prefix(at + 8, draft.u8(at + 2));
                }
            }
            // Name servers (RFC 8106 §5.1); the names in option 31 go.
            case 25 -> {
                draft.keep(at + 4, Math.min(end, at + 8));
                for (int server = at + 8; server + ADDRESS_LENGTH <= end; server += ADDRESS_LENGTH) {
                    draft.redactIpv6(server);
                }
            }
            default -> {
                // What is not known stays zero.
            }
        }
    }
}
