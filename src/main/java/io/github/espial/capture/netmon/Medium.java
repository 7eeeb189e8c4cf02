package io.github.espial.capture.netmon;

import io.github.espial.net.LinkTypes;

/** Media types of Network Monitor frames, 16 bits, as link types. */
final class Medium {
    /** Wi-Fi, with a header of Network Monitor's own before the frame. */
    static final int WIFI = 6;

    /** ATM, with 16 octets before the frame: two addresses, path and channel. */
    static final int ATM = 4;

    /** From here on, less this: a link type, of a capture that was converted. */
    private static final int CONVERTED = 0xE000;

    private static final int LAST_CONVERTED = 0xEFFF;

    /** Message Analyzer's own numbers among the converted ones: an IEEE 802.11 frame, and events. */
    private static final int ANALYZER_WIFI = 0xE080;

    private static final int LAST_ANALYZER = 0xE08A;

    private static final int NETWORK_EVENT = 0xFFE0;
    private static final int NETWORK_INFO_EX = 0xFFFB;
    private static final int PAYLOAD_HEADER = 0xFFFC;
    private static final int NETWORK_INFO = 0xFFFD;
    private static final int DNS_CACHE = 0xFFFE;
    private static final int FILTER = 0xFFFF;

    private static final int TOKEN_RING = 6;
    private static final int FDDI = 10;

    private Medium() {}

    /** The link type; {@link LinkTypes#UNKNOWN} for a medium that has no such number. */
    static int linkType(int medium) {
        if (medium >= ANALYZER_WIFI && medium <= LAST_ANALYZER) {
            return medium == ANALYZER_WIFI ? LinkTypes.IEEE802_11 : LinkTypes.UNKNOWN;
        }
        if (medium >= CONVERTED && medium <= LAST_CONVERTED) {
            return medium - CONVERTED;
        }
        return switch (medium) {
            // In captures of VPN connections the type is 0, and the frames are Ethernet's all the same.
            case 0, 1 -> LinkTypes.ETHERNET;
            case 2 -> TOKEN_RING;
            case 3 -> FDDI;
            case ATM -> LinkTypes.ATM_RFC1483;
            case WIFI -> LinkTypes.IEEE802_11;
            // Tunnel interfaces, wireless WAN and raw IP.
            case 7, 8, 9 -> LinkTypes.RAW;
            default -> LinkTypes.UNKNOWN;
        };
    }

    /** Whether the record is no frame but a note of Network Monitor's: an event, an adapter list, a filter. */
    static boolean isNote(int medium) {
        return switch (medium) {
            case NETWORK_EVENT, NETWORK_INFO_EX, PAYLOAD_HEADER, NETWORK_INFO, DNS_CACHE, FILTER -> true;
            default -> false;
        };
    }

    /** Whether Wireshark gives such a note a number among the frames. */
    static boolean isNumbered(int medium) {
        return medium == NETWORK_EVENT || medium == NETWORK_INFO_EX || medium == FILTER;
    }
}
