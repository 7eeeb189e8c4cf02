package io.github.espial.l2tp;

import io.github.espial.l2tp.Authentication.Outcome;
import io.github.espial.l2tp.PppLink.LinkAddress;
import io.github.espial.l2tp.PppLink.LinkState;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.L2tpSaying;
import io.github.espial.observe.L2tpTalk;
import io.github.espial.wire.PppControlView;
import io.github.espial.wire.PppView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Follows the negotiation of one PPP link, packet by packet in their order. */
final class Negotiation {
    private static final int ACCEPTED_BY_PAP = 2;
    private static final int REFUSED_BY_PAP = 3;
    private static final int SUCCESS = 3;
    private static final int FAILURE = 4;

    private static final int MS_CHAP = 0x80;
    private static final int MS_CHAP_V2 = 0x81;
    private static final int MD5 = 5;

    /** Bits of MPPE (RFC 3078 §2.1). */
    private static final long STATELESS = 0x0100_0000;

    private static final long BITS_56 = 0x80;
    private static final long BITS_128 = 0x40;
    private static final long BITS_40 = 0x20;

    private final Set<IpAddress> agreed = new HashSet<>();
    private final Map<IpAddress, IpAddress> addresses = new TreeMap<>();
    private boolean isSeen;
    private boolean isTerminated;
    private Optional<String> method = Optional.empty();
    private Outcome outcome = Outcome.UNKNOWN;
    private OptionalLong errorNumber = OptionalLong.empty();
    private Optional<String> encryption = Optional.empty();
    private long packetFrames;
    private long opaqueFrames;

    void take(L2tpTalk talk, L2tpSaying.Ppp packet) {
        switch (packet.protocol()) {
            case PppView.LCP -> lcp(talk.source(), packet);
            case PppView.PAP -> pap(packet.code());
            case PppView.CHAP -> proof("CHAP", packet);
            case PppView.EAP -> proof("EAP", packet);
            case PppView.IPCP -> ipcp(talk.destination(), packet);
            case PppView.CCP -> ccp(packet);
            case PppView.IPV4, PppView.IPV6 -> packetFrames += talk.span().frames();
            default -> opaqueFrames += talk.span().frames();
        }
    }

    PppLink link() {
        Optional<LinkState> state = isTerminated
                ? Optional.of(LinkState.TERMINATED)
                : agreed.size() > 1
                        ? Optional.of(LinkState.UP)
                        : isSeen ? Optional.of(LinkState.NEGOTIATING) : Optional.empty();
        List<LinkAddress> assigned = new ArrayList<>();
        addresses.forEach((end, address) -> assigned.add(new LinkAddress(end, address)));
        return new PppLink(
                state,
                method.map(name -> new Authentication(name, outcome, errorNumber)),
                assigned,
                encryption,
                packetFrames,
                opaqueFrames);
    }

    private void lcp(IpAddress source, L2tpSaying.Ppp packet) {
        isSeen = true;
        if (packet.code() == PppControlView.TERMINATE_REQUEST) {
            isTerminated = true;
        } else if (packet.code() == PppControlView.CONFIGURE_ACK) {
            isTerminated = false;
            agreed.add(source);
            if (packet.detail() != 0) {
                method = Optional.of(methodOf(packet.detail()));
            }
        }
    }

    private void pap(int code) {
        method = method.or(() -> Optional.of("PAP"));
        outcome = code == ACCEPTED_BY_PAP ? Outcome.SUCCEEDED : code == REFUSED_BY_PAP ? Outcome.FAILED : outcome;
    }

    private void proof(String name, L2tpSaying.Ppp packet) {
        method = method.or(() -> Optional.of(name));
        if (packet.code() == SUCCESS) {
            outcome = Outcome.SUCCEEDED;
            errorNumber = OptionalLong.empty();
        } else if (packet.code() == FAILURE) {
            outcome = Outcome.FAILED;
            errorNumber = packet.detail() == 0 ? OptionalLong.empty() : OptionalLong.of(packet.detail());
        }
    }

    /** What is agreed to is the address of the end that asked, and gets the answer. */
    private void ipcp(IpAddress destination, L2tpSaying.Ppp packet) {
        if (packet.code() == PppControlView.CONFIGURE_ACK && packet.detail() != 0) {
            addresses.put(destination, IpAddress.ofIpv4((int) packet.detail()));
        }
    }

    private void ccp(L2tpSaying.Ppp packet) {
        if (packet.code() == PppControlView.CONFIGURE_ACK && packet.detail() != 0) {
            encryption = Optional.of(encryptionOf(packet.detail()));
        }
    }

    private static String methodOf(long detail) {
        int protocol = (int) (detail >>> Byte.SIZE);
        int algorithm = (int) detail & 0xff;
        return switch (protocol) {
            case PppView.PAP -> "PAP";
            case PppView.EAP -> "EAP";
            case PppView.CHAP ->
                switch (algorithm) {
                    case MD5 -> "CHAP";
                    case MS_CHAP -> "MS-CHAP";
                    case MS_CHAP_V2 -> "MS-CHAPv2";
                    default -> "CHAP with algorithm " + algorithm;
                };
            default -> "PPP protocol 0x" + Integer.toHexString(protocol);
        };
    }

    private static String encryptionOf(long bits) {
        String strength = (bits & BITS_128) != 0
                ? "MPPE 128 bit"
                : (bits & BITS_56) != 0 ? "MPPE 56 bit" : (bits & BITS_40) != 0 ? "MPPE 40 bit" : "MPPC";
        return strength + ((bits & STATELESS) != 0 ? ", stateless" : "");
    }
}
