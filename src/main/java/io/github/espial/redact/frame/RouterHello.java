package io.github.espial.redact.frame;

import io.github.espial.net.IpProtocols;
import io.github.espial.wire.GlbpView;
import io.github.espial.wire.VrrpView;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Hellos of routers that share an address: VRRP, CARP, HSRP and GLBP. What authenticates them goes. */
final class RouterHello {
    private static final int VRRP_CHECKSUM = 6;
    private static final int CARP_COUNTER_END = 16;

    private static final int HSRP_AUTHENTICATION = 8;
    private static final int HSRP_ADDRESS = 16;
    private static final int HSRP_2_IDENTIFIER = 8;
    private static final int HSRP_2_PRIORITY = 14;
    private static final int HSRP_2_ADDRESS = 26;
    private static final byte[] HSRP_USUAL = "cisco\0\0\0".getBytes(StandardCharsets.US_ASCII);

    private static final int GLBP_OWNER = 6;
    private static final int GLBP_ADDRESS = GlbpView.HEADER_LENGTH + 24;

    private final Layers layers;
    private final VrrpView vrrp = new VrrpView();
    private final GlbpView glbp = new GlbpView();

    RouterHello(Layers layers) {
        this.layers = layers;
    }

    void redactVrrp(IpHeader ip, int at, int end, int length) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + VRRP_CHECKSUM));
        if (end - at < VrrpView.HEADER_LENGTH) {
            return;
        }
        boolean isVrrp = vrrp.wrap(draft.original(), at, end - at) && (ip.version() == 4 || vrrp.fitsIpv6());
        if (!isVrrp) {
            // CARP: a counter, and a hash over what it does not tell.
            draft.keep(at + VrrpView.HEADER_LENGTH, Math.min(end, at + CARP_COUNTER_END));
            draft.redactSecret(at + CARP_COUNTER_END, end);
        } else if (ip.version() == 4) {
            int addresses = at + VrrpView.HEADER_LENGTH;
            draft.redactIpv4List(addresses, addresses + 4 * vrrp.addressCount());
        } else {
            for (int i = 0; i < vrrp.addressCount(); i++) {
                draft.redactIpv6(at + VrrpView.HEADER_LENGTH + 16 * i);
            }
        }
        // Version 3 counts the addresses of IP in (RFC 9568 §5.2.8), version 2 and CARP do not in IPv4.
        boolean isWithIp = ip.version() == 6 || (isVrrp && vrrp.version() == VrrpView.VERSION_3);
        draft.put16(
                at + VRRP_CHECKSUM,
                isWithIp ? layers.checksums.of(ip, IpProtocols.VRRP, length, at, end) : layers.checksums.of(at, end));
    }

    void redactHsrp(int at, int end) {
        Draft draft = layers.draft;
        if (draft.u8(at) == 0) {
            draft.keep(at, Math.min(end, at + HSRP_AUTHENTICATION));
            if (end - at >= HSRP_ADDRESS) {
                byte[] authentication = draft.copy(at + HSRP_AUTHENTICATION, at + HSRP_ADDRESS);
                if (Arrays.equals(authentication, HSRP_USUAL)) {
                    draft.keep(at + HSRP_AUTHENTICATION, at + HSRP_ADDRESS);
                }
                draft.redactIpv4List(at + HSRP_ADDRESS, Math.min(end, at + HSRP_ADDRESS + 4));
            }
            return;
        }
        draft.keep(at, Math.min(end, at + HSRP_2_IDENTIFIER));
        if (end - at >= HSRP_2_ADDRESS + 16) {
            draft.redactMac(at + HSRP_2_IDENTIFIER);
            draft.keep(at + HSRP_2_PRIORITY, at + HSRP_2_ADDRESS);
            if (draft.u8(at + 5) == 6) {
                draft.redactIpv6(at + HSRP_2_ADDRESS);
            } else {
                draft.redactIpv4(at + HSRP_2_ADDRESS);
            }
        }
    }

    void redactGlbp(int at, int end) {
        Draft draft = layers.draft;
        draft.keep(at, Math.min(end, at + GLBP_OWNER));
        if (!glbp.wrap(draft.original(), at, end - at)) {
            return;
        }
        draft.redactMac(at + GLBP_OWNER);
        draft.keep(at + GlbpView.HEADER_LENGTH, at + GLBP_ADDRESS);
        if (glbp.ipVersion() == 4) {
            draft.redactIpv4(at + GLBP_ADDRESS);
        } else {
            draft.redactIpv6(at + GLBP_ADDRESS);
        }
    }
}
