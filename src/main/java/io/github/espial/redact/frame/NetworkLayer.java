package io.github.espial.redact.frame;

import io.github.espial.net.EtherTypes;
import io.github.espial.wire.VlanView;

/** What EtherTypes announce: tags and labels, ARP, IP, PPPoE. */
final class NetworkLayer {
    private static final int REVERSE_ARP = 0x8035;
    private static final int PPPOE_DISCOVERY = 0x8863;
    private static final int PPPOE_HEADER = 6;
    private static final int TAG = 4;
    private static final int HSR_TAG = 6;
    private static final int SERVICE_TAG = 4;
    private static final int LABEL = 4;
    private static final int BOTTOM = 0x100;

    private static final int ARP_HEADER = 8;
    private static final int ETHERNET_AND_IPV4 = 0x0001_0800;
    private static final int LENGTHS = 0x0604;

    private final Layers layers;

    NetworkLayer(Layers layers) {
        this.layers = layers;
    }

    void redact(int type, int at, int end) {
        if (!layers.enter()) {
            return;
        }
        if (VlanView.isTag(type)) {
            layers.draft.keep(at, at + TAG);
            layers.link.redactFrom(layers.draft.u16(at + 2), at + TAG, end);
        } else if (type == EtherTypes.HSR) {
            layers.draft.keep(at, at + HSR_TAG);
            layers.link.redactFrom(layers.draft.u16(at + 4), at + HSR_TAG, end);
        } else {
            redactPacket(type, at, end);
        }
        layers.leave();
    }

    /** Redacts a packet that its own first four bits announce. */
    void redactIp(int at, int end) {
        int version = layers.draft.u8(at) >>> 4;
        if (version == 4) {
            layers.ipv4.redact(at, end);
        } else if (version == 6) {
            layers.ipv6.redact(at, end);
        } else {
            layers.draft.put8(at, layers.draft.u8(at) & 0xf0);
        }
    }

    private void redactPacket(int type, int at, int end) {
        switch (type) {
            case 0x0800 -> layers.ipv4.redact(at, end);
            case 0x86dd -> layers.ipv6.redact(at, end);
            case 0x0806, REVERSE_ARP -> redactArp(at, end);
            case 0x8864 -> {
                layers.draft.keep(at, at + PPPOE_HEADER);
                int stated = layers.draft.u16(at + 4);
                layers.ppp.redact(at + PPPOE_HEADER, Math.min(end, at + PPPOE_HEADER + stated));
            }
            // The names of providers and users are in its tags.
            case PPPOE_DISCOVERY -> layers.draft.keep(at, at + PPPOE_HEADER);
            case EtherTypes.MPLS_UPSTREAM, 0x8847 -> redactLabels(at, end);
            case 0x880b -> layers.ppp.redact(at, end);
            case EtherTypes.BRIDGED_ETHERNET -> layers.link.redactEthernet(at, end);
            case EtherTypes.SERVICE_INSTANCE -> {
                layers.draft.keep(at, at + SERVICE_TAG);
                layers.link.redactEthernet(at + SERVICE_TAG, end);
            }
            default -> {
                // What is not known stays zero.
            }
        }
    }

    private void redactLabels(int at, int end) {
        int position = at;
        boolean isBottom = false;
        while (!isBottom && position + LABEL <= end) {
            layers.draft.keep(position, position + LABEL);
            isBottom = (layers.draft.i32(position) & BOTTOM) != 0;
            position += LABEL;
        }
        if (isBottom && position < end) {
            redactIp(position, end);
        }
    }

    private void redactArp(int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + ARP_HEADER));
        if (draft.i32(at) == ETHERNET_AND_IPV4 && draft.u16(at + 4) == LENGTHS) {
            draft.redactMac(at + 8);
            draft.redactIpv4(at + 14);
            draft.redactMac(at + 18);
            draft.redactIpv4(at + 24);
        }
    }
}
