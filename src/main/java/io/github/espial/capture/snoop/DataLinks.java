package io.github.espial.capture.snoop;

import io.github.espial.net.LinkTypes;

/** Data link types of snoop files as link types (RFC 1761; IANA "Snoop Datalink Types"; Solaris {@code dlpi.h}). */
final class DataLinks {
    private static final int TOKEN_RING = 6;
    private static final int FDDI = 10;
    private static final int IP_OVER_FIBRE_CHANNEL = 122;
    private static final int SUN_ATM = 123;
    private static final int IPNET = 226;

    /** Solaris numbers its own kinds from here on. */
    private static final long PRIVATE = 0x8000_0000L;

    private static final int IPV4_TUNNEL = 1;
    private static final int IPV6_TUNNEL = 2;
    private static final int WIFI = 4;
    private static final int IP_OBSERVABILITY = 5;
    private static final int SIX_TO_FOUR = 7;

    private DataLinks() {}

    /** The link type; {@link LinkTypes#UNKNOWN} for one that has no such number. */
    static int linkType(long dataLink) {
        if (dataLink >= PRIVATE) {
            return switch ((int) (dataLink - PRIVATE)) {
                case IPV4_TUNNEL, IPV6_TUNNEL, SIX_TO_FOUR -> LinkTypes.RAW;
                case WIFI -> LinkTypes.IEEE802_11;
                case IP_OBSERVABILITY -> IPNET;
                default -> LinkTypes.UNKNOWN;
            };
        }
        return switch ((int) dataLink) {
            case 0, 4 -> LinkTypes.ETHERNET;
            case 2 -> TOKEN_RING;
            case 8 -> FDDI;
            case 9, 14 -> LinkTypes.NULL;
            case 16 -> IP_OVER_FIBRE_CHANNEL;
            case 18 -> SUN_ATM;
            default -> LinkTypes.UNKNOWN;
        };
    }

    /** The same where Shomiti's Surveyor wrote the file, which uses numbers of its own. */
    static int shomitiLinkType(long dataLink) {
        if (dataLink >= PRIVATE) {
            return LinkTypes.UNKNOWN;
        }
        return switch ((int) dataLink) {
            case 0, 4, 10, 12, 19 -> LinkTypes.ETHERNET;
            case 2, 11, 13, 14 -> TOKEN_RING;
            case 8 -> FDDI;
            default -> LinkTypes.UNKNOWN;
        };
    }

    /** What kind {@code dataLink} is, for a message. */
    static String name(long dataLink) {
        if (dataLink >= PRIVATE) {
            return "private type " + (dataLink - PRIVATE);
        }
        return switch ((int) dataLink) {
            case 1 -> "IEEE 802.4 token bus";
            case 3 -> "IEEE 802.6 metro net";
            case 5 -> "HDLC";
            case 6 -> "character synchronous";
            case 7 -> "IBM channel-to-channel";
            case 10, 11 -> "frame relay";
            case 17 -> "ATM";
            case 26 -> "InfiniBand";
            default -> "unknown";
        };
    }
}
