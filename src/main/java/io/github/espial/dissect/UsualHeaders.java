package io.github.espial.dissect;

import io.github.espial.bytes.OctetWords;
import io.github.espial.capture.Frame;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.Ports;

/**
 * The headers that most frames have, read by words: of ESP or TCP in IPv4 without options, in Ethernet II without tags.
 * Frames that have other headers are dissected. Not thread-safe.
 *
 * <pre>
 *  0  MACs
 * 12  EtherType
 * 14  version and length
 * 15  services
 * 16  total length                leaves room for a header of ESP
 * 18  identification
 * 20  flags, fragment offset      the offset is 0
 * 22  time to live
 * 23  protocol
 * 24  checksum
 * 26  addresses
 * 34  SPI, or ports               no port is 4500
 * 38  sequence number
 * </pre>
 */
public final class UsualHeaders {
    /** Where the packet begins in the frame. */
    public static final int PACKET = 14;
    /** Where the header of ESP or TCP begins in the frame. */
    public static final int PAYLOAD = 34;

    private static final int SECOND_WORD = 8;
    private static final int LENGTH_TO_PROTOCOL = 16;
    private static final int ADDRESSES = 26;
    private static final int CIPHERTEXT = 42;

    /** Words have the first octet as the least significant: shifts to what stands in the word of lengths. */
    private static final int TIME_TO_LIVE = 48;

    private static final int PROTOCOL = 56;
    /** The offset among the flags, whose octets are swapped. */
    private static final long FRAGMENT_OFFSET = 0xff1fL << Integer.SIZE;

    /** Octets 12 to 14, after the services at 15 were shifted out. */
    private static final int TYPE_AND_VERSION = 40;

    /** As these octets stand in a word. */
    private static final long IPV4_WITHOUT_OPTIONS = 0x45_0008;

    private static final int NAT_T_SWAPPED = Short.reverseBytes((short) Ports.NAT_T) & 0xffff;

    private long macs;
    private long typeAndVersion;
    private long addresses;
    private long lengthToProtocol;
    private long firstOfPayload;

    /**
     * Reads them of a frame, which may yet have others: {@link #areThese} tells. False where it certainly has, or is IPsec in
     * TCP; nothing else is to be asked then.
     */
    public boolean read(Frame frame) {
        if (frame.capturedLength() < CIPHERTEXT || frame.linkType() != LinkTypes.ETHERNET) {
            return false;
        }
        OctetWords octets = frame.words();
        int start = frame.start();
        lengthToProtocol = octets.at(start + LENGTH_TO_PROTOCOL);
        if ((lengthToProtocol & FRAGMENT_OFFSET) != 0 || packetLength() < CIPHERTEXT - PACKET) {
            return false;
        }
        firstOfPayload = octets.at(start + PAYLOAD);
        if (!isEsp() && isNatTraversal(firstOfPayload)) {
            return false;
        }
        macs = octets.at(start);
        typeAndVersion = octets.at(start + SECOND_WORD) << Byte.SIZE;
        addresses = octets.at(start + ADDRESSES);
        return true;
    }

    /** Whether what was read is ESP or TCP in such headers. */
    public boolean areThese() {
        return typeAndVersion >>> TYPE_AND_VERSION == IPV4_WITHOUT_OPTIONS
                && (isEsp() || protocol() == IpProtocols.TCP);
    }

    /** The first eight octets of the MACs, as they stand. */
    public long macs() {
        return macs;
    }

    /** The rest of the MACs, the EtherType, version and length of the header, as they stand. */
    public long typeAndVersion() {
        return typeAndVersion;
    }

    /** Both addresses, as they stand. */
    public long addresses() {
        return addresses;
    }

    public int protocol() {
        return (int) (lengthToProtocol >>> PROTOCOL);
    }

    public boolean isEsp() {
        return protocol() == IpProtocols.ESP;
    }

    /** IPv4's time to live. */
    public int hopLimit() {
        return (int) (lengthToProtocol >>> TIME_TO_LIVE) & 0xff;
    }

    /** IPv4's total length. */
    public int packetLength() {
        int swapped = (int) lengthToProtocol;
        return ((swapped & 0xff) << Byte.SIZE) | ((swapped >>> Byte.SIZE) & 0xff);
    }

    /** Of ESP; unsigned 32-bit. */
    public long spi() {
        return OctetWords.first(firstOfPayload, true) & 0xffff_ffffL;
    }

    /** Of ESP; unsigned 32-bit. */
    public long sequenceNumber() {
        return OctetWords.second(firstOfPayload, true) & 0xffff_ffffL;
    }

    /** Whether either port is that of IPsec in TCP. */
    private static boolean isNatTraversal(long ports) {
        return (ports & 0xffff) == NAT_T_SWAPPED || ((ports >>> 16) & 0xffff) == NAT_T_SWAPPED;
    }
}
