package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class L2tpViewTest {
    private static final String VECTOR = """
            c802              control, length, sequence, version 2
            0014              length 20
            0a1b              tunnel
            0c0d              session
            0003              Ns
            0002              Nr
            8008000000000001  AVP: message type
            ffff              after the message
            """;

    private static final String DATA = """
            4b02  data, length, sequence, offset and priority, version 2
            0014  length 20
            0a1b  tunnel
            0c0d  session
            0003  Ns
            0002  Nr
            0002  2 octets of padding
            0000  padding
            ff03  PPP
            0021  PPP
            """;

    private final L2tpView view = new L2tpView();

    @Test
    void readsAControlMessage() {
        assertThat(view.wrap(OctetText.buffer(VECTOR), 0, 22)).isTrue();
        assertThat(view.isControl()).isTrue();
        assertThat(view.hasLength()).isTrue();
        assertThat(view.messageLength()).isEqualTo(20);
        assertThat(view.tunnelId()).isEqualTo(0x0a1b);
        assertThat(view.sessionId()).isEqualTo(0x0c0d);
        assertThat(view.hasSequence()).isTrue();
        assertThat(view.ns()).isEqualTo(3);
        assertThat(view.nr()).isEqualTo(2);
        assertThat(view.payloadStart()).isEqualTo(12);
        assertThat(view.payloadLength()).isEqualTo(8);
    }

    @Test
    void readsDataWithEveryOptionalField() {
        assertThat(view.wrap(OctetText.buffer(DATA), 0, 20)).isTrue();
        assertThat(view.isControl()).isFalse();
        assertThat(view.tunnelId()).isEqualTo(0x0a1b);
        assertThat(view.sessionId()).isEqualTo(0x0c0d);
        assertThat(view.ns()).isEqualTo(3);
        assertThat(view.nr()).isEqualTo(2);
        assertThat(view.payloadStart()).isEqualTo(16);
        assertThat(view.payloadLength()).isEqualTo(4);
    }

    @Test
    void readsTheShortestData() {
        assertThat(view.wrap(OctetText.buffer("0002 0a1b 0c0d ff"), 0, 7)).isTrue();
        assertThat(view.hasLength()).isFalse();
        assertThat(view.messageLength()).isZero();
        assertThat(view.hasSequence()).isFalse();
        assertThat(view.ns()).isZero();
        assertThat(view.tunnelId()).isEqualTo(0x0a1b);
        assertThat(view.sessionId()).isEqualTo(0x0c0d);
        assertThat(view.payloadStart()).isEqualTo(6);
        assertThat(view.payloadLength()).isEqualTo(1);
    }

    @Test
    void readsAZeroLengthBodyMessage() {
        assertThat(view.wrap(OctetText.buffer("c802 000c 0a1b 0000 0003 0002"), 0, 12))
                .isTrue();
        assertThat(view.payloadLength()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c801", "c803", "8802", "c002", "ca02", "c902", "e802", "c812"})
    void refusesFlagsThatNoControlMessageHas(String flagsAndVersion) {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        octets.putShort(0, (short) Integer.parseInt(flagsAndVersion, 16));
        assertThat(view.wrap(octets, 0, 22)).isFalse();
    }

    @Test
    void refusesLengthsBelowTheHeader() {
        byte[] octets = OctetText.octets(VECTOR);
        octets[3] = 11;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 22)).isFalse();
    }

    @Test
    void refusesPaddingBeyondTheEnd() {
        byte[] octets = OctetText.octets(DATA);
        octets[13] = 7;
        assertThat(view.wrap(ByteBuffer.wrap(octets), 0, 20)).isFalse();
    }

    @Test
    void refusesShortHeaders() {
        ByteBuffer octets = OctetText.buffer(VECTOR);
        for (int length = 0; length < 12; length++) {
            assertThat(view.wrap(octets, 0, length)).as("%d octets", length).isFalse();
        }
    }
}
