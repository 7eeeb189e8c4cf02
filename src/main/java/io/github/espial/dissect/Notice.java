package io.github.espial.dissect;

import io.github.espial.net.IpProtocols;
import io.github.espial.net.Ports;
import io.github.espial.wire.Icmpv4View;
import io.github.espial.wire.Icmpv6View;
import io.github.espial.wire.Ipv4View;
import io.github.espial.wire.Ipv6ExtensionHeaders;
import io.github.espial.wire.Ipv6View;
import io.github.espial.wire.NdpView;
import io.github.espial.wire.UdpView;
import java.nio.ByteBuffer;

/**
 * An ICMP error or redirect and the packet that it quotes (RFC 792, RFC 4443 §3, RFC 4861 §4.5).
 *
 * <p>A quotation may end anywhere behind its IP header (RFC 792 asks for eight octets more): what is not there is told
 * as not there. Not thread-safe.
 */
public final class Notice {
    /** Octets of UDP header and SPI that a quotation of ESP in UDP must reach. */
    private static final int UDP_AND_SPI = 12;

    private static final int SPI_LENGTH = 4;

    private final Ipv4View ipv4 = new Ipv4View();
    private final Ipv6View ipv6 = new Ipv6View();
    private final Ipv6ExtensionHeaders extensions = new Ipv6ExtensionHeaders();
    private final UdpView udp = new UdpView();

    private int type;
    private int code;
    private boolean isRedirect;
    private long mtu;
    private long gatewayHigh;
    private long gatewayLow;
    private long quotedSourceHigh;
    private long quotedSourceLow;
    private long quotedDestinationHigh;
    private long quotedDestinationLow;
    private Content quoted = Content.IP;
    private boolean hasSpi;
    private long spi;

    boolean read(ByteBuffer octets, Icmpv4View icmp) {
        type = icmp.type();
        code = icmp.code();
        isRedirect = icmp.isRedirect();
        mtu = icmp.nextHopMtu();
        gatewayHigh = 0;
        gatewayLow = isRedirect ? Integer.toUnsignedLong(icmp.gateway()) : 0;
        return readIpv4(octets, icmp.quotedStart(), icmp.quotedLength());
    }

    boolean read(ByteBuffer octets, Icmpv6View icmp) {
        type = icmp.type();
        code = icmp.code();
        isRedirect = false;
        mtu = icmp.mtu();
        gatewayHigh = 0;
        gatewayLow = 0;
        return readIpv6(octets, icmp.quotedStart(), icmp.quotedLength());
    }

    boolean read(ByteBuffer octets, NdpView redirect) {
        type = redirect.type();
        code = 0;
        isRedirect = true;
        mtu = 0;
        gatewayHigh = redirect.targetHigh();
        gatewayLow = redirect.targetLow();
        if (readIpv6(octets, redirect.redirectedHeaderStart(), redirect.redirectedHeaderLength())) {
            return true;
        }
        // The option that quotes the packet may be left out: the destination is in the message itself.
        quotedSourceHigh = 0;
        quotedSourceLow = 0;
        quotedDestinationHigh = redirect.destinationHigh();
        quotedDestinationLow = redirect.destinationLow();
        quoted = Content.IP;
        hasSpi = false;
        spi = 0;
        return true;
    }

    /** ICMP type. */
    public int type() {
        return type;
    }

    /** ICMP code. */
    public int code() {
        return code;
    }

    public boolean isRedirect() {
        return isRedirect;
    }

    /** Octets that the next link takes, unsigned 32 bits; 0 unless the packet was too large and the sender tells. */
    public long mtu() {
        return mtu;
    }

    /** The better next hop that a redirect names; 0 otherwise. */
    public long gatewayHigh() {
        return gatewayHigh;
    }

    public long gatewayLow() {
        return gatewayLow;
    }

    public long quotedSourceHigh() {
        return quotedSourceHigh;
    }

    public long quotedSourceLow() {
        return quotedSourceLow;
    }

    public long quotedDestinationHigh() {
        return quotedDestinationHigh;
    }

    public long quotedDestinationLow() {
        return quotedDestinationLow;
    }

    /** {@link Content#ESP}, {@link Content#AH}, {@link Content#UDP_ESP}, {@link Content#IKE} or {@link Content#IP}. */
    public Content quoted() {
        return quoted;
    }

    /** Whether the quotation reaches the SPI. */
    public boolean hasSpi() {
        return hasSpi;
    }

    /** The quoted SPI, unsigned 32 bits; 0 where there is none. */
    public long spi() {
        return spi;
    }

    private boolean readIpv4(ByteBuffer octets, int start, int length) {
        if (!ipv4.wrap(octets, start, length)) {
            return false;
        }
        quotedSourceHigh = 0;
        quotedSourceLow = Integer.toUnsignedLong(ipv4.source());
        quotedDestinationHigh = 0;
        quotedDestinationLow = Integer.toUnsignedLong(ipv4.destination());
        boolean isFirst = ipv4.fragmentOffset() == 0;
        readPayload(octets, isFirst ? ipv4.protocol() : -1, ipv4.payloadStart(), ipv4.payloadLength());
        return true;
    }

    private boolean readIpv6(ByteBuffer octets, int start, int length) {
        if (!ipv6.wrap(octets, start, length)) {
            return false;
        }
        quotedSourceHigh = ipv6.sourceHigh();
        quotedSourceLow = ipv6.sourceLow();
        quotedDestinationHigh = ipv6.destinationHigh();
        quotedDestinationLow = ipv6.destinationLow();
        boolean isFirst = extensions.wrap(octets, ipv6.payloadStart(), ipv6.payloadLength(), ipv6.nextHeader())
                && extensions.fragmentOffset() == 0;
        readPayload(
                octets, isFirst ? extensions.protocol() : -1, extensions.payloadStart(), extensions.payloadLength());
        return true;
    }

    private void readPayload(ByteBuffer octets, int protocol, int start, int length) {
        quoted = Content.IP;
        hasSpi = false;
        spi = 0;
        if (protocol == IpProtocols.ESP || protocol == IpProtocols.AH) {
            quoted = protocol == IpProtocols.ESP ? Content.ESP : Content.AH;
            int at = protocol == IpProtocols.ESP ? 0 : SPI_LENGTH;
            readSpi(octets, start + at, length - at);
        } else if (protocol == IpProtocols.UDP && udp.wrap(octets, start, length)) {
            if (udp.destinationPort() == Ports.NAT_T || udp.sourcePort() == Ports.NAT_T) {
                readSpi(octets, start + UDP_AND_SPI - SPI_LENGTH, length - UDP_AND_SPI + SPI_LENGTH);
                quoted = hasSpi && spi == 0 ? Content.IKE : Content.UDP_ESP;
                hasSpi = hasSpi && spi != 0;
            } else if (udp.destinationPort() == Ports.IKE || udp.sourcePort() == Ports.IKE) {
                quoted = Content.IKE;
            }
        }
    }

    private void readSpi(ByteBuffer octets, int start, int length) {
        hasSpi = length >= SPI_LENGTH;
        spi = hasSpi ? Integer.toUnsignedLong(octets.getInt(start)) : 0;
    }
}
