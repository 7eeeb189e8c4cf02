package io.github.espial.wire;

/**
 * Tells words from addresses in the MAC fields of an Ethernet header: programs that capture where there are no
 * addresses put words there, such as the name of an interface, or the direction.
 */
public final class MacText {
    /** What Network Monitor writes for both on a dial-up or VPN line, before a number: " SEND" and " RECV". */
    private static final long SENT = 0x2053454e44L;

    private static final long RECEIVED = 0x2052454356L;

    private static final int OCTET = 8;
    private static final int OCTETS = 6;
    private static final int FEWEST = 4;

    private MacText() {}

    /**
     * Whether both fields hold words. The destination begins with one, and may end with zeros; the source holds one
     * among zeros, or zeros only. By chance, of a million pairs of stations about five look so.
     */
    public static boolean areWords(long destination, long source) {
        return isWordCharacter(octet(destination, 0))
                && (isSent(destination, source)
                        || isReceived(destination, source)
                        || (isWord(destination) && (source == 0 || isWord(source))));
    }

    /** Whether Network Monitor says that the capturing machine sent the frame. */
    public static boolean isSent(long destination, long source) {
        return destination >>> OCTET == SENT && source >>> OCTET == SENT;
    }

    /** Whether Network Monitor says that the capturing machine received the frame. */
    public static boolean isReceived(long destination, long source) {
        return destination >>> OCTET == RECEIVED && source >>> OCTET == RECEIVED;
    }

    /** Whether four characters of a word or more stand together, and nothing but zeros around them. */
    private static boolean isWord(long mac) {
        int first = 0;
        while (first < OCTETS && octet(mac, first) == 0) {
            first++;
        }
        int end = first;
        while (end < OCTETS && isWordCharacter(octet(mac, end))) {
            end++;
        }
        int last = end;
        while (last < OCTETS && octet(mac, last) == 0) {
            last++;
        }
        return last == OCTETS && end - first >= FEWEST;
    }

    private static boolean isWordCharacter(int octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || octet == ' '
                || octet == '-'
                || octet == '.'
                || octet == '_';
    }

    private static int octet(long mac, int index) {
        return (int) (mac >>> (OCTET * (OCTETS - 1 - index))) & 0xff;
    }
}
