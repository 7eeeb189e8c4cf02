package io.github.espial.redact.frame;

import io.github.espial.net.EtherTypes;
import io.github.espial.net.LinkTypes;
import io.github.espial.wire.EthernetView;
import io.github.espial.wire.LinuxCookedV2View;
import io.github.espial.wire.LinuxCookedView;
import io.github.espial.wire.MacText;
import io.github.espial.wire.RadioView;

/** Link layers, each with its addresses redacted; of one that is not known, nothing is left. */
final class LinkLayer {
    private static final int MAC_LENGTH = 6;
    private static final int COOKED_ADDRESS = 6;
    private static final int COOKED_PROTOCOL = 14;
    private static final int COOKED_2_ADDRESS = 12;
    private static final int LOOPBACK_LENGTH = 4;
    private static final int ENC_LENGTH = 12;
    private static final int SNAP_LENGTH = 8;

    private static final int WIRELESS_LENGTH = 24;
    private static final int WIRELESS_FIRST_MAC = 4;
    private static final int WIRELESS_SEQUENCE = 22;
    private static final int DATA = 0x08;
    private static final int QOS = 0x80;
    private static final int BETWEEN_ACCESS_POINTS = 0x03;
    private static final int PROTECTED = 0x40;
    private static final int ORDERED = 0x80;

    private static final long IPV4_GROUPS = 0x01005eL;
    private static final int IPV4_GROUP_BITS = 23;
    private static final long IPV6_GROUPS = 0x3333L;

    private final Layers layers;
    private final RadioView radio = new RadioView();

    LinkLayer(Layers layers) {
        this.layers = layers;
    }

    /** Redacts a captured frame of {@code length} octets. */
    void redact(int linkType, int length) {
        if (LinkTypes.isRaw(linkType)) {
            layers.network.redactIp(0, length);
            return;
        }
        if (LinkTypes.isWireless(linkType)) {
            redactRadio(linkType, length);
            return;
        }
        switch (linkType) {
            case LinkTypes.ETHERNET -> redactEthernet(0, length);
            case LinkTypes.LINUX_SLL -> redactCooked(length);
            case LinkTypes.LINUX_SLL2 -> redactCooked2(length);
            case LinkTypes.NULL, LinkTypes.LOOP -> redactBehind(LOOPBACK_LENGTH, length);
            case LinkTypes.ENC -> redactBehind(ENC_LENGTH, length);
            case LinkTypes.MPLS -> layers.network.redact(EtherTypes.MPLS, 0, length);
            case LinkTypes.ATM_RFC1483 -> redactSnap(0, length);
            default -> layers.ppp.redactLink(linkType, length);
        }
    }

    /** Redacts an Ethernet frame, captured or carried. */
    void redactEthernet(int at, int end) {
        Draft draft = layers.draft;
        int payload = at + EthernetView.HEADER_LENGTH;
        if (payload <= end && MacText.areWords(draft.mac(at), draft.mac(at + MAC_LENGTH))) {
            draft.keep(at, payload);
        } else {
            draft.redactMac(at);
            draft.redactMac(at + MAC_LENGTH);
            draft.keep(at + 2 * MAC_LENGTH, payload);
        }
        if (payload <= end) {
            redactFrom(draft.u16(at + 2 * MAC_LENGTH), payload, end);
            redactGroup(at, payload);
        }
    }

    /** Redacts what an EtherType, or a length, announces. */
    void redactFrom(int type, int at, int end) {
        if (EthernetView.isLength(type)) {
            // Readers do not believe the length either.
            redactSnap(at, end);
        } else {
            layers.network.redact(type, at, end);
        }
    }

    private void redactSnap(int at, int end) {
        Draft draft = layers.draft;
        if (end - at >= SNAP_LENGTH && draft.u16(at) == 0xaaaa) {
            draft.keep(at, at + SNAP_LENGTH);
            if (draft.i32(at + 2) == 0x03000000) {
                layers.network.redact(draft.u16(at + SNAP_LENGTH - 2), at + SNAP_LENGTH, end);
            }
        } else {
            draft.keep(at, Math.min(end, at + 3));
        }
    }

    /** A group's MAC is made of its address, and follows that. */
    private void redactGroup(int at, int payload) {
        Draft draft = layers.draft;
        long mac = draft.mac(at);
        int type = draft.u16(at + 2 * MAC_LENGTH);
        if (type == EtherTypes.IPV4 && mac >>> 24 == IPV4_GROUPS) {
            int mask = (1 << IPV4_GROUP_BITS) - 1;
            if ((draft.i32(payload + 16) & mask) == (mac & mask)) {
                draft.put16(at + 2, 0x5e00 | (draft.written16(payload + 16) & 0x7f));
                draft.put16(at + 4, draft.written16(payload + 18));
            }
        } else if (type == EtherTypes.IPV6 && mac >>> 32 == IPV6_GROUPS) {
            if (Integer.toUnsignedLong(draft.i32(payload + 36)) == (mac & 0xffffffffL)) {
                draft.put16(at + 2, draft.written16(payload + 36));
                draft.put16(at + 4, draft.written16(payload + 38));
            }
        }
    }

    private void redactCooked(int length) {
        Draft draft = layers.draft;
        draft.keep(0, COOKED_ADDRESS);
        if (draft.u16(4) == MAC_LENGTH) {
            draft.redactMac(COOKED_ADDRESS);
        }
        draft.keep(COOKED_PROTOCOL, LinuxCookedView.HEADER_LENGTH);
        if (length >= LinuxCookedView.HEADER_LENGTH) {
            redactCookedPayload(draft.u16(COOKED_PROTOCOL), LinuxCookedView.HEADER_LENGTH, length);
        }
    }

    private void redactCooked2(int length) {
        Draft draft = layers.draft;
        draft.keep(0, COOKED_2_ADDRESS);
        if (draft.u8(COOKED_2_ADDRESS - 1) == MAC_LENGTH) {
            draft.redactMac(COOKED_2_ADDRESS);
        }
        if (length >= LinuxCookedV2View.HEADER_LENGTH) {
            redactCookedPayload(draft.u16(0), LinuxCookedV2View.HEADER_LENGTH, length);
        }
    }

    /** Linux numbers frames of other kinds below 1536; they are no lengths. */
    private void redactCookedPayload(int protocol, int at, int end) {
        if (!EthernetView.isLength(protocol)) {
            layers.network.redact(protocol, at, end);
        }
    }

    private void redactBehind(int header, int length) {
        layers.draft.keep(0, header);
        if (length > header) {
            layers.network.redactIp(header, length);
        }
    }

    private void redactRadio(int linkType, int length) {
        if (linkType == LinkTypes.IEEE802_11) {
            redactWireless(0, length, false);
            return;
        }
        boolean fits = linkType == LinkTypes.IEEE802_11_RADIOTAP
                ? radio.wrapRadiotap(layers.draft.original(), 0, length)
                : radio.wrapPrism(layers.draft.original(), 0, length);
        if (fits) {
            layers.draft.keep(0, radio.payloadStart());
            redactWireless(radio.payloadStart(), length, radio.isPadded());
        }
    }

    private void redactWireless(int at, int end, boolean isPadded) {
        Draft draft = layers.draft;
        draft.keep(at, at + WIRELESS_FIRST_MAC);
        for (int address = 0; address < 3; address++) {
            draft.redactMac(at + WIRELESS_FIRST_MAC + address * MAC_LENGTH);
        }
        draft.keep(at + WIRELESS_SEQUENCE, at + WIRELESS_LENGTH);
        int type = draft.u8(at);
        int flags = draft.u8(at + 1);
        if ((type & 0x0f) != DATA) {
            return;
        }
        int header = WIRELESS_LENGTH;
        if ((flags & BETWEEN_ACCESS_POINTS) == BETWEEN_ACCESS_POINTS) {
            draft.redactMac(at + header);
            header += MAC_LENGTH;
        }
        if ((type & QOS) != 0) {
            int qos = at + header;
            header += 2 + ((flags & ORDERED) != 0 ? 4 : 0);
            draft.keep(qos, at + header);
        }
        if ((flags & PROTECTED) == 0) {
            redactSnap(at + (isPadded ? (header + 3) / 4 * 4 : header), end);
        }
    }
}
