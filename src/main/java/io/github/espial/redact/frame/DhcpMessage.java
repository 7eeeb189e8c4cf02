package io.github.espial.redact.frame;

import io.github.espial.wire.DhcpView;

/** DHCP (RFC 2131, RFC 2132): addresses, routes and the client's MAC are redacted, names and what is not known go. */
final class DhcpMessage {
    private static final int FIXED = 12;
    private static final int ADDRESSES_END = 28;
    private static final int MAC = 28;
    private static final int MAC_LENGTH = 6;
    private static final int COOKIE = 236;
    private static final int PAD = 0;
    private static final int END = 255;
    private static final int CLIENT_IDENTIFIER = 61;
    private static final int ETHERNET = 1;

    private final Layers layers;

    DhcpMessage(Layers layers) {
        this.layers = layers;
    }

    void redact(int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + FIXED));
        draft.redactIpv4List(at + FIXED, Math.min(end, at + ADDRESSES_END));
        if (draft.u8(at + 1) == ETHERNET && draft.u8(at + 2) == MAC_LENGTH && at + MAC + MAC_LENGTH <= end) {
            draft.redactMac(at + MAC);
        }
        draft.keep(at + COOKIE, Math.min(end, at + DhcpView.HEADER_LENGTH));
        int option = at + DhcpView.HEADER_LENGTH;
        while (option < end) {
            int code = draft.u8(option);
            if (code == PAD) {
                option++;
                continue;
            }
            draft.keep(option, Math.min(end, option + (code == END ? 1 : 2)));
            if (code == END) {
                return;
            }
            int next = option + 2 + draft.u8(option + 1);
            if (next <= end) {
                redactOption(code, option + 2, next);
            }
            option = next;
        }
    }

    private void redactOption(int code, int at, int end) {
        Draft draft = layers.draft;
        switch (code) {
            // Mask, times, sizes and switches, the kind of message, what is asked for.
            case 1,
                    2,
                    13,
                    19,
                    20,
                    22,
                    23,
                    24,
                    25,
                    26,
                    27,
                    29,
                    30,
                    31,
                    34,
                    35,
                    36,
                    37,
                    38,
                    39,
                    46,
                    51,
                    52,
                    53,
                    55,
                    57,
                    58,
                    59,
                    116 -> draft.keep(at, end);
            // Addresses: routers, servers of all kinds, static routes, the address asked for, the server's.
            case 3,
                    4,
                    5,
                    6,
                    7,
                    8,
                    9,
                    10,
                    11,
                    16,
                    28,
                    32,
                    33,
                    41,
                    42,
                    44,
                    45,
                    48,
                    49,
                    50,
                    54,
                    65,
                    68,
                    69,
                    70,
                    71,
                    72,
                    73,
                    74,
                    75,
                    76,
                    118,
                    150 -> draft.redactIpv4List(at, end);
            case CLIENT_IDENTIFIER -> redactIdentifier(at, end);
            case DhcpView.CLASSLESS_ROUTES, DhcpView.MICROSOFT_CLASSLESS_ROUTES -> redactRoutes(at, end);
            // Names of hosts, domains and users.
            case 12, 15, 60, 66, 67, 77 -> draft.redactName(at, end);
            default -> {
                // What is not known stays zero.
            }
        }
    }

    private void redactIdentifier(int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + 1));
        if (draft.u8(at) == ETHERNET && end - at == 1 + MAC_LENGTH) {
            draft.redactMac(at + 1);
        } else {
            draft.redactSecret(at + 1, end);
        }
    }

    /** Prefix lengths, as many octets of the prefix as count, and next hops (RFC 3442). */
    private void redactRoutes(int at, int end) {
        Draft draft = layers.draft;
        int route = at;
        while (route < end) {
            int bits = draft.u8(route);
            int octets = (bits + Byte.SIZE - 1) / Byte.SIZE;
            int gateway = route + 1 + octets;
            if (bits > Integer.SIZE || gateway + 4 > end) {
                return;
            }
            draft.keep(route, route + 1);
            int prefix = 0;
            for (int i = 0; i < octets; i++) {
                prefix |= draft.u8(route + 1 + i) << (Integer.SIZE - Byte.SIZE * (i + 1));
            }
            int stand = draft.standForPrefix(prefix, bits);
            for (int i = 0; i < octets; i++) {
                draft.put8(route + 1 + i, stand >>> (Integer.SIZE - Byte.SIZE * (i + 1)));
            }
            draft.redactIpv4(gateway);
            route = gateway + 4;
        }
    }
}
