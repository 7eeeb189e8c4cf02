package io.github.espial.l2tp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.KeptFrames;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.l2tp.Authentication.Outcome;
import io.github.espial.l2tp.L2tpSession.SessionId;
import io.github.espial.l2tp.PppLink.LinkAddress;
import io.github.espial.l2tp.PppLink.LinkState;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.ReadCapture;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.Avps;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.OctetText;
import io.github.espial.wire.PppView;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class L2tpStoryTest {
    private static final IpAddress CALLER = IpAddress.parse("192.0.2.10");
    private static final IpAddress SERVER = IpAddress.parse("198.51.100.20");

    /** The caller's numbers. */
    private static final int TUNNEL_OF_CALLER = 43037;

    private static final int SESSION_OF_CALLER = 60168;

    /** The server's numbers. */
    private static final int TUNNEL_OF_SERVER = 21473;

    private static final int SESSION_OF_SERVER = 14406;

    private final List<byte[]> frames = new ArrayList<>();

    @Test
    void tellsOfATunnelFromRequestToEnd() throws Exception {
        tunnel();
        session();
        fromServer(
                TUNNEL_OF_CALLER,
                SESSION_OF_CALLER,
                Avps.of(14).number(14, SESSION_OF_SERVER).result(3, 0, "idle"));
        fromCaller(TUNNEL_OF_SERVER, 0, Avps.of(6));
        fromCaller(TUNNEL_OF_SERVER, 0, Avps.of(4).number(9, TUNNEL_OF_CALLER).result(6, 0, "Server closing"));
        assertThat(story()).singleElement().satisfies(tunnel -> {
            assertThat(tunnel.initiator()).contains(CALLER);
            assertThat(tunnel.ends())
                    .containsExactly(
                            new TunnelEnd(
                                    CALLER,
                                    OptionalInt.of(TUNNEL_OF_CALLER),
                                    Optional.of("lac"),
                                    Optional.of("Microsoft")),
                            new TunnelEnd(
                                    SERVER, OptionalInt.of(TUNNEL_OF_SERVER), Optional.of("lns"), Optional.empty()));
            assertThat(tunnel.isProtected()).isFalse();
            assertThat(tunnel.state()).isEqualTo(State.CLOSED);
            assertThat(tunnel.closing().orElseThrow())
                    .hasToString("closed by 192.0.2.10: the requester is shutting down (result 6), \"Server closing\"");
            assertThat(tunnel.messages().hellos()).isEqualTo(1);
            assertThat(tunnel.span().frames()).isEqualTo(frames.size());
        });
        assertThat(story().get(0).sessions()).singleElement().satisfies(session -> {
            assertThat(session.ids())
                    .containsExactly(
                            new SessionId(CALLER, SESSION_OF_CALLER), new SessionId(SERVER, SESSION_OF_SERVER));
            assertThat(session.call().caller()).contains(CALLER);
            assertThat(session.call().isOutgoing()).isFalse();
            assertThat(session.call().callingNumber()).contains("5550100");
            assertThat(session.state()).isEqualTo(State.CLOSED);
            assertThat(session.closing().orElseThrow())
                    .hasToString("closed by 198.51.100.20: an administrator's reason (result 3), \"idle\"");
        });
    }

    @Test
    void followsThePppLinkWithoutAPassword() throws Exception {
        tunnel();
        session();
        pppFromCaller(PppView.LCP, "02 01 0009 0305 c22381");
        pppFromServer(PppView.LCP, "02 01 0004");
        pppFromServer(PppView.CHAP, "01 01 0007 01 00 73");
        pppFromCaller(PppView.CHAP, "02 01 0009 01 00 616c69");
        pppFromServer(PppView.CHAP, "03 01 0004");
        pppFromServer(PppView.IPCP, "02 02 000a 0306 0a14320a");
        pppFromCaller(PppView.IPCP, "02 03 000a 0306 0a143201");
        pppFromCaller(PppView.CCP, "02 04 000a 1206 01000040");
        pppFromCaller(PppView.COMPRESSED, "9001");
        pppFromServer(PppView.COMPRESSED, "9002");
        PppLink link = story().get(0).sessions().get(0).link();
        assertThat(link.state()).contains(LinkState.UP);
        assertThat(link.authentication())
                .contains(new Authentication("MS-CHAPv2", Outcome.SUCCEEDED, OptionalLong.empty()));
        assertThat(link.addresses())
                .containsExactly(
                        new LinkAddress(CALLER, IpAddress.parse("10.20.50.10")),
                        new LinkAddress(SERVER, IpAddress.parse("10.20.50.1")));
        assertThat(link.encryption()).contains("MPPE 128 bit, stateless");
        assertThat(link.opaqueFrames()).isEqualTo(2);
        assertThat(link.packetFrames()).isZero();
    }

    @Test
    void saysWhyWindowsRefused() throws Exception {
        tunnel();
        session();
        pppFromServer(PppView.CHAP, "04 01 000f 453d36343920523d302043");
        pppFromServer(PppView.LCP, "05 02 0004");
        PppLink link = story().get(0).sessions().get(0).link();
        assertThat(link.authentication().orElseThrow())
                .hasToString("CHAP failed: no permission to dial in (error 649)");
        assertThat(link.state()).contains(LinkState.TERMINATED);
    }

    @Test
    void tellsOfARequestThatNobodyAnswers() throws Exception {
        for (int time = 0; time < 5; time++) {
            fromCaller(0, 0, Avps.of(1).number(9, TUNNEL_OF_CALLER).text(7, "lac"));
        }
        assertThat(story()).singleElement().satisfies(tunnel -> {
            assertThat(tunnel.state()).isEqualTo(State.REQUESTED);
            assertThat(tunnel.ends().get(1).tunnelId()).isEmpty();
            assertThat(tunnel.span().frames()).isEqualTo(5);
        });
    }

    @Test
    void keepsTunnelsOfOnePairApart() throws Exception {
        tunnel();
        fromCaller(TUNNEL_OF_SERVER, 0, Avps.of(4).number(9, TUNNEL_OF_CALLER).number(1, 1));
        fromCaller(0, 0, Avps.of(1).number(9, 2));
        fromServer(2, 0, Avps.of(2).number(9, 3));
        assertThat(story()).hasSize(2).satisfies(tunnels -> {
            assertThat(tunnels.get(0).state()).isEqualTo(State.CLOSED);
            assertThat(tunnels.get(1).state()).isEqualTo(State.ANSWERED);
            assertThat(tunnels.get(1).ends())
                    .extracting(TunnelEnd::tunnelId)
                    .containsExactly(OptionalInt.of(2), OptionalInt.of(3));
        });
    }

    @Test
    void putsTheDirectionsOfATunnelTogetherThatWasUpBefore() throws Exception {
        pppFromCaller(PppView.IPV4, "45");
        pppFromServer(PppView.IPV4, "45");
        pppFromServer(PppView.IPV4, "45");
        assertThat(story()).singleElement().satisfies(tunnel -> {
            assertThat(tunnel.initiator()).isEmpty();
            assertThat(tunnel.state()).isEqualTo(State.ESTABLISHED);
            assertThat(tunnel.sessions()).singleElement().satisfies(session -> {
                assertThat(session.ids()).hasSize(2);
                assertThat(session.call().caller()).isEmpty();
                assertThat(session.link().packetFrames()).isEqualTo(3);
            });
        });
    }

    @Test
    void countsWhatIsHiddenAndWhatIsBroken() throws Exception {
        fromCaller(0, 0, Avps.of(1).number(9, TUNNEL_OF_CALLER).hidden(7, OctetText.octets("aabb")));
        fromServer(TUNNEL_OF_CALLER, 0, Avps.of(2).number(9, 8).raw(OctetText.octets("8000 0000 0007")));
        assertThat(story()).singleElement().satisfies(tunnel -> {
            assertThat(tunnel.messages().hiding()).isEqualTo(1);
            assertThat(tunnel.messages().broken()).isEqualTo(1);
            assertThat(tunnel.ends().get(0).hostName()).isEmpty();
        });
    }

    @Test
    void tellsTheSameOfDamagedOrder() throws Exception {
        tunnel();
        session();
        Collections.reverse(frames);
        assertThat(story())
                .isNotEmpty()
                .allSatisfy(tunnel -> assertThat(tunnel.ends())
                        .extracting(TunnelEnd::address)
                        .containsExactlyInAnyOrder(CALLER, SERVER));
    }

    private void tunnel() {
        fromCaller(0, 0, Avps.of(1).number(9, TUNNEL_OF_CALLER).text(7, "lac").text(8, "Microsoft"));
        fromServer(TUNNEL_OF_CALLER, 0, Avps.of(2).number(9, TUNNEL_OF_SERVER).text(7, "lns"));
        fromCaller(TUNNEL_OF_SERVER, 0, Avps.of(3));
    }

    private void session() {
        fromCaller(
                TUNNEL_OF_SERVER, 0, Avps.of(10).number(14, SESSION_OF_CALLER).text(22, "5550100"));
        fromServer(TUNNEL_OF_CALLER, SESSION_OF_CALLER, Avps.of(11).number(14, SESSION_OF_SERVER));
        fromCaller(TUNNEL_OF_SERVER, SESSION_OF_SERVER, Avps.of(12));
    }

    private void fromCaller(int tunnel, int session, Avps avps) {
        frames.add(packet(CALLER, SERVER)
                .l2tpControl(tunnel, session, 0, 0)
                .payload(avps.toOctets())
                .octets());
    }

    private void fromServer(int tunnel, int session, Avps avps) {
        frames.add(packet(SERVER, CALLER)
                .l2tpControl(tunnel, session, 0, 0)
                .payload(avps.toOctets())
                .octets());
    }

    private void pppFromCaller(int protocol, String octets) {
        frames.add(packet(CALLER, SERVER)
                .l2tpData(TUNNEL_OF_SERVER, SESSION_OF_SERVER)
                .ppp(protocol)
                .payload(OctetText.octets(octets))
                .octets());
    }

    private void pppFromServer(int protocol, String octets) {
        frames.add(packet(SERVER, CALLER)
                .l2tpData(TUNNEL_OF_CALLER, SESSION_OF_CALLER)
                .ppp(protocol)
                .payload(OctetText.octets(octets))
                .octets());
    }

    private static FrameBuilder packet(IpAddress source, IpAddress destination) {
        return FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:bb:00:fe")
                .ipv4(source.toString(), destination.toString())
                .udp(1701, 1701);
    }

    private List<L2tpTunnel> story() throws Exception {
        PcapBuilder file = PcapBuilder.nanoseconds(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < frames.size(); frame++) {
            file.frame(1_700_000_000L + frame, 0, frames.get(frame));
        }
        KeptFrames capture =
                ReadCapture.kept(new CaptureSource.OfStream(new ByteArrayInputStream(file.toOctets()), "test"));
        Observer observer = new Observer(0, new UdpPairs());
        capture.replay(0, frames.size(), observer);
        return L2tpStory.of(observer.observations(frames.size()).l2tpTalks(), List.of());
    }
}
