package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DhcpViewTest {
    private static final String HEADER = """
            02        operation: reply
            01        hardware Ethernet
            06        octets of a MAC
            00        hops
            3903f326  transaction
            00000000  seconds and flags
            c0000209  client address 192.0.2.9
            c000020a  your address 192.0.2.10
            c0000202  next server 192.0.2.2
            00000000  relay
            000c295e100a  client MAC
            00000000000000000000  rest of the hardware address
            """ + "00".repeat(192) + """
              server name and file
            63825363  magic cookie
            """;

    private static final String VECTOR = HEADER + """
            00                message: padding
            350105            message type: acknowledgment
            3604c0000202      server identifier 192.0.2.2
            0308c0000201c00002fe  routers 192.0.2.1 and 192.0.2.254
            790d              classless routes, 13 octets
            100a14c00002fe    10.20.0.0/16 by 192.0.2.254
            0000000000        default route, on link
            00                0 octets of prefix
            ff                end
            330400000e10      after the end
            """;

    private final DhcpView view = new DhcpView();

    @Test
    void readsEveryField() {
        assertThat(wrap(VECTOR)).isTrue();
        assertThat(view.operation()).isEqualTo(DhcpView.BOOT_REPLY);
        assertThat(view.clientAddress()).isEqualTo(0xc0000209);
        assertThat(view.yourAddress()).isEqualTo(0xc000020a);
        assertThat(view.clientMac()).isEqualTo(0x000c295e100aL);
        assertThat(view.messageType()).isEqualTo(DhcpView.ACK);
        assertThat(view.hasServerIdentifier()).isTrue();
        assertThat(view.serverIdentifier()).isEqualTo(0xc0000202);
        assertThat(view.routerCount()).isEqualTo(2);
        assertThat(view.router(0)).isEqualTo(0xc0000201);
        assertThat(view.router(1)).isEqualTo(0xc00002fe);
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < DhcpView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }

    @Test
    void findsOptions() {
        wrap(VECTOR);
        assertThat(view.find(DhcpView.SERVER_IDENTIFIER)).isTrue();
        assertThat(view.optionStart()).isEqualTo(DhcpView.HEADER_LENGTH + 6);
        assertThat(view.optionLength()).isEqualTo(4);
        assertThat(view.find(12)).isFalse();
        assertThat(view.optionLength()).isZero();
    }

    @Test
    void findsNothingAfterTheEnd() {
        wrap(VECTOR);
        assertThat(view.find(51)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {DhcpView.CLASSLESS_ROUTES, DhcpView.MICROSOFT_CLASSLESS_ROUTES})
    void walksClasslessRoutes(int option) {
        byte[] message = FrameBuilder.bare()
                .dhcp(DhcpView.BOOT_REPLY, "00:0c:29:5e:10:0a", "192.0.2.10")
                .dhcpOption(
                        option,
                        OctetText.octets("10 0a14 c00002fe 00 c0000201 20 c6336414 00000000 11 0a1480 c00002fd"))
                .octets();
        assertThat(view.wrap(ByteBuffer.wrap(message), 0, message.length)).isTrue();
        assertThat(view.startRoutes()).isTrue();
        assertThat(routes())
                .containsExactly(
                        "0a140000/16 c00002fe", "00000000/0 c0000201", "c6336414/32 00000000", "0a148000/17 c00002fd");
        assertThat(view.nextRoute()).isFalse();
    }

    @Test
    void stopsAtARouteThatDoesNotFit() {
        assertThat(wrap(HEADER + "7908 100a14c00002fe 10 ff")).isTrue();
        assertThat(view.startRoutes()).isTrue();
        assertThat(routes()).containsExactly("0a140000/16 c00002fe");
    }

    @Test
    void stopsAtAPrefixThatIsTooLong() {
        assertThat(wrap(HEADER + "790a 210a0000000ac00002fe ff")).isTrue();
        assertThat(view.startRoutes()).isTrue();
        assertThat(routes()).isEmpty();
    }

    @Test
    void startsNoRoutesWithoutTheOption() {
        assertThat(wrap(HEADER + "350105 ff")).isTrue();
        assertThat(view.startRoutes()).isFalse();
        assertThat(view.nextRoute()).isFalse();
        assertThat(view.routerCount()).isZero();
        assertThat(view.hasServerIdentifier()).isFalse();
        assertThat(view.serverIdentifier()).isZero();
    }

    @Test
    void readsPlainBootp() {
        assertThat(wrap(HEADER)).isTrue();
        assertThat(view.messageType()).isZero();
    }

    @Test
    void takesNothingFromAnOptionThatIsCut() {
        assertThat(wrap(HEADER + "3604c00002")).isTrue();
        assertThat(view.hasServerIdentifier()).isFalse();
        assertThat(wrap(HEADER + "36")).isTrue();
        assertThat(view.hasServerIdentifier()).isFalse();
    }

    @Test
    void refusesAnotherCookie() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[236] = 0;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, octets.length)).isFalse();
    }

    private boolean wrap(String annotated) {
        byte[] octets = OctetText.octets(annotated);
        return view.wrap(ByteBuffer.wrap(octets), 0, octets.length);
    }

    private List<String> routes() {
        List<String> routes = new ArrayList<>();
        while (view.nextRoute()) {
            routes.add("%08x/%d %08x".formatted(view.routePrefix(), view.routePrefixLength(), view.routeGateway()));
        }
        return routes;
    }
}
