package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IkeViewTest {
    private static final String VECTOR = """
            a1b2c3d4e5f60718  initiator's SPI
            0000000000000000  responder's SPI, not chosen yet
            21                next payload SA
            20                version 2.0
            22                exchange IKE_SA_INIT
            08                flags: initiator
            80000000          message id
            00000020          length 32
            22000000          start of a payload
            """;

    private final IkeView view = new IkeView();

    @Test
    void readsEveryField() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 32)).isTrue();
        assertThat(view.initiatorSpi()).isEqualTo(0xa1b2c3d4e5f60718L);
        assertThat(view.responderSpi()).isZero();
        assertThat(view.nextPayload()).isEqualTo(33);
        assertThat(view.majorVersion()).isEqualTo(2);
        assertThat(view.minorVersion()).isZero();
        assertThat(view.exchangeType()).isEqualTo(IkeView.V2_IKE_SA_INIT);
        assertThat(view.flags()).isEqualTo(8);
        assertThat(view.isInitiator()).isTrue();
        assertThat(view.isResponse()).isFalse();
        assertThat(view.isEncrypted()).isFalse();
        assertThat(view.messageId()).isEqualTo(0x8000_0000L);
        assertThat(view.messageLength()).isEqualTo(32);
        assertThat(view.payloadStart()).isEqualTo(28);
        assertThat(view.payloadLength()).isEqualTo(4);
        assertThat(view.isPlausible()).isTrue();
        assertThat(view.isPlausibleIn(32)).isTrue();
    }

    @Test
    void readsTheFlagsOfEachVersion() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[19] = 0x29;
        view.wrap(ByteBuffer.wrap(octets), 0, 32);
        assertThat(view.isResponse()).isTrue();
        assertThat(view.isInitiator()).isTrue();
        assertThat(view.isEncrypted()).isFalse();
        octets[17] = 0x10;
        assertThat(view.isResponse()).isFalse();
        assertThat(view.isInitiator()).isFalse();
        assertThat(view.isEncrypted()).isTrue();
    }

    @Test
    void staysPlausibleWhenTheSnapLengthCutsIt() {
        view.wrap(OctetText.buffer(VECTOR), 0, 29);
        assertThat(view.isPlausible()).isTrue();
        assertThat(view.isPlausibleIn(32)).isTrue();
        assertThat(view.isPlausibleIn(29)).isFalse();
        assertThat(view.payloadLength()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0x10, 2", "0x10, 4", "0x10, 5", "0x10, 6", "0x10, 32", "0x10, 243", "0x20, 34", "0x21, 37", "0x20, 43"
    })
    void takesKnownExchanges(String version, int exchangeType) {
        assertThat(isPlausible(17, Integer.decode(version), exchangeType)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0x10, 0", "0x10, 34", "0x11, 2", "0x20, 2", "0x20, 45", "0x30, 34", "0x00, 2"})
    void doesNotTakeOtherExchanges(String version, int exchangeType) {
        assertThat(isPlausible(17, Integer.decode(version), exchangeType)).isFalse();
    }

    @Test
    void doesNotTakeLengthsThatDisagree() {
        assertThat(isPlausible(27, 31)).isFalse();
        assertThat(isPlausible(27, 27)).isFalse();
    }

    @Test
    void doesNotTakeAnInitiatorWithoutSpi() {
        assertThat(isPlausible(0, 0, 0, 0, 0, 0, 0, 0, 0)).isFalse();
    }

    private boolean isPlausible(int position, int... values) {
        byte[] octets = OctetText.octets(VECTOR);
        for (int i = 0; i < values.length; i++) {
            octets[position + i] = (byte) values[i];
        }
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 32)).isTrue();
        return view.isPlausible();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, Main Mode",
        "1, 32, Quick Mode",
        "1, 99, exchange 99",
        "2, 34, IKE_SA_INIT",
        "2, 35, IKE_AUTH",
        "2, 36, CREATE_CHILD_SA",
        "2, 37, INFORMATIONAL",
        "2, 2, exchange 2",
        "3, 34, exchange 34"
    })
    void namesExchanges(int majorVersion, int exchangeType, String name) {
        assertThat(IkeView.exchangeName(majorVersion, exchangeType)).isEqualTo(name);
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < IkeView.HEADER_LENGTH; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
