package io.github.espial.wire;

import static io.github.espial.wire.Octets.ipv4Text;
import static io.github.espial.wire.Octets.mac;
import static io.github.espial.wire.Octets.macText;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a DHCP message and its options (RFC 2131 §2, RFC 2132). Not thread-safe.
 *
 * <p>Options are read from the options field only, not from the fields that option 52 may overload, and the first of
 * several with one code counts.
 *
 * <pre>
 * | operation (8) | hardware (8)  | MAC octets (8)|    hops (8)   |
 * | transaction (32) | seconds (16) and flags (16) | client address (32) |
 * | your address (32) | next server (32) | relay (32) |
 * | client hardware address (128) | server name (512) | file (1024) |
 * | magic cookie 63825363 (32) | options: code (8), length (8), content ... |
 * </pre>
 */
public final class DhcpView {
    /** Octets before the options, magic cookie included. */
    public static final int HEADER_LENGTH = 240;

    /** Operation: a client asks. */
    public static final int BOOT_REQUEST = 1;

    /** Operation: a server answers. */
    public static final int BOOT_REPLY = 2;

    /** Message type: the client asks for the address that it was offered. */
    public static final int REQUEST = 3;

    /** Message type: the server grants address and options. */
    public static final int ACK = 5;

    /** Option: routers on the client's subnet, best first (RFC 2132 §3.5). */
    public static final int ROUTERS = 3;

    /** Option: message type (RFC 2132 §9.6). */
    public static final int MESSAGE_TYPE = 53;

    /** Option: the server's address (RFC 2132 §9.7). */
    public static final int SERVER_IDENTIFIER = 54;

    /** Option: classless static routes, which replace the routers of option 3 (RFC 3442). */
    public static final int CLASSLESS_ROUTES = 121;

    /** Option: the same, as older Windows asks for it ([MS-DHCPE] §2.2.9). */
    public static final int MICROSOFT_CLASSLESS_ROUTES = 249;

    private static final int OPERATION = 0;
    private static final int MAC_OCTETS = 2;
    private static final int CLIENT_ADDRESS = 12;
    private static final int YOUR_ADDRESS = 16;
    private static final int CLIENT_MAC = 28;
    private static final int MAGIC_COOKIE = 236;

    private static final int COOKIE = 0x63825363;
    private static final int MAC_LENGTH = 6;
    private static final int ADDRESS_LENGTH = 4;
    private static final int PAD = 0;
    private static final int END = 255;
    private static final int ADDRESS_BITS = 32;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;
    private int optionStart;
    private int optionLength;
    private int routesPosition;
    private int routesEnd;
    private int routePrefix;
    private int routePrefixLength;
    private int routeGateway;

    /**
     * Points this view at the payload of UDP in big-endian {@code octets}; when false, it does not fit or has no magic
     * cookie: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        optionStart = start;
        optionLength = 0;
        routesPosition = start;
        routesEnd = start;
        routePrefix = 0;
        routePrefixLength = 0;
        routeGateway = 0;
        return length >= HEADER_LENGTH && octets.getInt(start + MAGIC_COOKIE) == COOKIE;
    }

    /** {@link #BOOT_REQUEST} or {@link #BOOT_REPLY}. */
    public int operation() {
        return u8(octets, start + OPERATION);
    }

    /** Address that the client has already; 0 when it has none. */
    public int clientAddress() {
        return octets.getInt(start + CLIENT_ADDRESS);
    }

    /** Address that the server gives to the client; 0 in what a client sends. */
    public int yourAddress() {
        return octets.getInt(start + YOUR_ADDRESS);
    }

    /** MAC of the client; 0 when its link-layer address is not of 6 octets. */
    public long clientMac() {
        return u8(octets, start + MAC_OCTETS) == MAC_LENGTH ? mac(octets, start + CLIENT_MAC) : 0;
    }

    /** Message type of DHCP, 1 to 8 in RFC 2132; 0 in a BOOTP message. */
    public int messageType() {
        int position = position(MESSAGE_TYPE);
        return position != start && lengthAt(position) == 1 ? u8(octets, position) : 0;
    }

    /** Whether an option tells the server's address. */
    public boolean hasServerIdentifier() {
        int position = position(SERVER_IDENTIFIER);
        return position != start && lengthAt(position) == ADDRESS_LENGTH;
    }

    /** The server's address; 0 without {@link #hasServerIdentifier()}. */
    public int serverIdentifier() {
        return hasServerIdentifier() ? octets.getInt(position(SERVER_IDENTIFIER)) : 0;
    }

    /** Routers that option 3 lists, 0 to 63. */
    public int routerCount() {
        int position = position(ROUTERS);
        return position == start ? 0 : lengthAt(position) / ADDRESS_LENGTH;
    }

    /** Address of a router, {@code index} from 0 (the preferred one) and below {@link #routerCount()}. */
    public int router(int index) {
        return octets.getInt(position(ROUTERS) + index * ADDRESS_LENGTH);
    }

    /** Looks for an option; when true, {@link #optionStart()} and {@link #optionLength()} tell where its content is. */
    public boolean find(int optionCode) {
        int position = position(optionCode);
        boolean isFound = position != start;
        optionStart = position;
        optionLength = isFound ? lengthAt(position) : 0;
        return isFound;
    }

    /** Position of the content of the option that was found last. */
    public int optionStart() {
        return optionStart;
    }

    /** Octets of the content of the option that was found last; 0 when none was. */
    public int optionLength() {
        return optionLength;
    }

    /** Goes before the first classless route, of option 121 or else 249; when false, there is neither. */
    public boolean startRoutes() {
        int standard = position(CLASSLESS_ROUTES);
        int position = standard == start ? position(MICROSOFT_CLASSLESS_ROUTES) : standard;
        routesPosition = position;
        routesEnd = position == start ? start : position + lengthAt(position);
        return position != start;
    }

    /** Goes to the next classless route; when false, there is none, or it contradicts itself. */
    public boolean nextRoute() {
        if (routesPosition >= routesEnd) {
            return false;
        }
        int prefixLength = u8(octets, routesPosition);
        int prefixOctets = (prefixLength + Byte.SIZE - 1) / Byte.SIZE;
        int gatewayPosition = routesPosition + 1 + prefixOctets;
        if (prefixLength > ADDRESS_BITS || gatewayPosition + ADDRESS_LENGTH > routesEnd) {
            routesPosition = routesEnd;
            return false;
        }
        routePrefixLength = prefixLength;
        routePrefix = 0;
        for (int i = 0; i < prefixOctets; i++) {
            routePrefix |= u8(octets, routesPosition + 1 + i) << (ADDRESS_BITS - Byte.SIZE * (i + 1));
        }
        routeGateway = octets.getInt(gatewayPosition);
        routesPosition = gatewayPosition + ADDRESS_LENGTH;
        return true;
    }

    /** Network of the route, its missing octets 0. */
    public int routePrefix() {
        return routePrefix;
    }

    /** Leading bits of the network that count, 0 (the default route) to 32. */
    public int routePrefixLength() {
        return routePrefixLength;
    }

    /** The route's next hop; 0 when the network is on link (RFC 3442). */
    public int routeGateway() {
        return routeGateway;
    }

    /** Position of an option's content, which lies inside the captured octets; {@code start} when it is not there. */
    private int position(int optionCode) {
        int end = start + length;
        int position = start + HEADER_LENGTH;
        while (position < end && u8(octets, position) != END) {
            int code = u8(octets, position);
            if (code == PAD) {
                position++;
            } else if (position + 1 == end || position + 2 + u8(octets, position + 1) > end) {
                return start;
            } else if (code == optionCode) {
                return position + 2;
            } else {
                position += 2 + u8(octets, position + 1);
            }
        }
        return start;
    }

    private int lengthAt(int contentPosition) {
        return u8(octets, contentPosition - 1);
    }

    @Override
    public String toString() {
        return "DHCP operation " + operation() + " your address " + ipv4Text(yourAddress()) + " client "
                + macText(clientMac()) + " message type " + messageType();
    }
}
