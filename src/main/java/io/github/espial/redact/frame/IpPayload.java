package io.github.espial.redact.frame;

import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import io.github.espial.wire.AhView;
import io.github.espial.wire.ErspanView;
import io.github.espial.wire.GreView;

/** What IP carries. Of a protocol that is not known nothing is left, nor of what clear packets carry. */
final class IpPayload {
    private static final int TCP_HEADER = 20;
    private static final int TCP_CHECKSUM = 16;
    private static final int TCP_NOTHING = 1;
    private static final int TCP_TIMESTAMPS = 8;

    private static final int IGMP = 2;
    private static final int IGMP_HEADER = 8;
    private static final int IGMP_REPORT_3 = 0x22;
    private static final int COMPRESSION_HEADER = 4;
    private static final int GRE_HAS_CHECKSUM = 0x8000;

    private final Layers layers;
    private final AhView ah = new AhView();
    private final GreView gre = new GreView();
    private final ErspanView erspan = new ErspanView();

    IpPayload(Layers layers) {
        this.layers = layers;
    }

    /**
     * Redacts the payload of a packet.
     *
     * @param end of what was captured of it
     * @param length of it as sent
     */
    void redact(int protocol, IpHeader ip, int at, int end, int length) {
        if (!ip.isFirst() && protocol == IpProtocols.ESP && layers.sealed == Sealed.KEPT) {
            layers.draft.keep(at, end);
        }
        if (!ip.isFirst() || !layers.enter()) {
            return;
        }
        if (protocol == IpProtocols.UDP) {
            layers.udp.redact(ip, at, end);
        } else if (protocol == IpProtocols.TCP) {
            redactTcp(ip, at, end, length);
        } else if (protocol == IpProtocols.ESP) {
            layers.esp.redact(ip, at, end, length);
        } else if (protocol == IpProtocols.AH) {
            redactAh(ip, at, end, length);
        } else if (protocol == IpProtocols.ICMP && ip.version() == 4) {
            layers.icmp.redact(at, end);
        } else if (protocol == IpProtocols.ICMPV6 && ip.version() == 6) {
            layers.icmpv6.redact(ip, at, end, length);
        } else if (protocol == IpProtocols.IPV4) {
            layers.ipv4.redact(at, end);
        } else if (protocol == IpProtocols.IPV6) {
            layers.ipv6.redact(at, end);
        } else if (protocol == IpProtocols.GRE) {
            redactGre(at, end);
        } else if (protocol == IpProtocols.VRRP) {
            layers.hello.redactVrrp(ip, at, end, length);
        } else if (protocol == IGMP) {
            redactIgmp(at, end);
        } else if (protocol == IpProtocols.IPCOMP) {
            layers.draft.keep(at, Math.min(end, at + COMPRESSION_HEADER));
            layers.draft.redactSecret(at + COMPRESSION_HEADER, end);
        }
        layers.leave();
    }

    private void redactTcp(IpHeader ip, int at, int end, int length) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + TCP_CHECKSUM));
        draft.keep(at + TCP_CHECKSUM + 2, Math.min(end, at + TCP_HEADER));
        int options = at + 4 * (draft.u8(at + 12) >>> 4);
        int position = at + TCP_HEADER;
        while (position < Math.min(options, end) && draft.u8(position) != 0) {
            int option = draft.u8(position);
            int next = position + (option == TCP_NOTHING ? 1 : Math.max(2, draft.u8(position + 1)));
            int stop = Math.min(next, Math.min(options, end));
            // Segment size, window scale, selective acknowledgments, timestamps; others may hold addresses.
            if (option <= TCP_TIMESTAMPS && option != 6 && option != 7) {
                draft.keep(position, stop);
            } else {
                for (int i = position; i < stop; i++) {
                    draft.put8(i, TCP_NOTHING);
                }
            }
            position = next;
        }
        if (end - at >= TCP_HEADER) {
            draft.put16(at + TCP_CHECKSUM, layers.checksums.of(ip, IpProtocols.TCP, length, at, end));
        }
    }

    private void redactAh(IpHeader ip, int at, int end, int length) {
        if (!ah.wrap(layers.draft.original(), at, end - at)) {
            layers.draft.keep(at, Math.min(end, at + AhView.MINIMUM_HEADER_LENGTH));
            return;
        }
        int payload = ah.payloadStart();
        layers.draft.keep(at, payload);
        redact(ah.nextHeader(), ip, payload, end, length - (payload - at));
    }

    /** Redacts GRE, on IP or in UDP. */
    void redactGre(int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + 4));
        if (!gre.wrap(draft.original(), at, end - at)) {
            return;
        }
        int payload = gre.payloadStart();
        draft.keep(at, payload);
        int type = gre.protocol();
        boolean isMirror = type == EtherTypes.MIRRORED_ETHERNET || type == EtherTypes.MIRRORED_ETHERNET_3;
        if (isMirror && !(type == EtherTypes.MIRRORED_ETHERNET && !gre.hasSequenceNumber())) {
            if (erspan.wrap(draft.original(), payload, end - payload)) {
                draft.keep(payload, erspan.payloadStart());
                if (erspan.isPacket()) {
                    layers.network.redactIp(erspan.payloadStart(), end);
                } else {
                    layers.link.redactEthernet(erspan.payloadStart(), end);
                }
            }
        } else if (isMirror) {
            layers.link.redactEthernet(payload, end);
        } else {
            layers.network.redact(type, payload, end);
        }
        if ((draft.u16(at) & GRE_HAS_CHECKSUM) != 0) {
            draft.put16(at + 4, 0);
            draft.put16(at + 4, layers.checksums.of(at, end));
        }
    }

    private void redactIgmp(int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + 2));
        if (draft.u8(at) == IGMP_REPORT_3) {
            draft.keep(at + 4, Math.min(end, at + 6));
        } else if (end - at >= IGMP_HEADER) {
            draft.redactIpv4(at + 4);
        }
        if (end - at >= IGMP_HEADER) {
            draft.put16(at + 2, layers.checksums.of(at, end));
        }
    }
}
