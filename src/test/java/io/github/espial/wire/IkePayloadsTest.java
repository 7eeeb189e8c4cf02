package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IkePayloadsTest {
    /** An IKE_SA_INIT answer that refuses, with a vendor id and a nonce before. */
    private static final byte[] CHAIN = OctetText.octets("""
            28 00 0008  next nonce, length 8
            cafebabe    vendor id
            29 80 0006  next notify, critical, length 6
            abcd        nonce
            00 00 0008  last, length 8
            00 00 000e  no SPI, NO_PROPOSAL_CHOSEN
            """);

    private final IkePayloads payloads = new IkePayloads();

    @Test
    void walksFromHeaderToHeader() {
        payloads.wrap(ByteBuffer.wrap(CHAIN), 0, CHAIN.length, IkePayloads.V2_VENDOR_ID);

        assertThat(payloads.nextPayload()).isTrue();
        assertThat(payloads.type()).isEqualTo(IkePayloads.V2_VENDOR_ID);
        assertThat(payloads.bodyStart()).isEqualTo(4);
        assertThat(payloads.bodyLength()).isEqualTo(4);
        assertThat(payloads.isCritical()).isFalse();
        assertThat(payloads.followingType()).isEqualTo(IkePayloads.V2_NONCE);
        assertThat(payloads.nextPayload()).isTrue();
        assertThat(payloads.isCritical()).isTrue();
        assertThat(payloads.bodyStart()).isEqualTo(12);
        assertThat(payloads.bodyLength()).isEqualTo(2);
        assertThat(payloads.nextPayload()).isTrue();
        assertThat(payloads.type()).isEqualTo(IkePayloads.V2_NOTIFY);
        assertThat(payloads.restLength()).isZero();
        assertThat(payloads.nextPayload()).isFalse();
        assertThat(payloads.fault()).isEqualTo(IkePayloads.Fault.NONE);
    }

    @Test
    void endsEveryShorterChainWithAFault() {
        for (int length = 0; length < CHAIN.length; length++) {
            assertThat(types(CHAIN, length)).as("%d octets", length).hasSizeLessThan(3);
            assertThat(payloads.fault()).isEqualTo(IkePayloads.Fault.PAST_END);
        }
    }

    /** The next payload would be this one again. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void doesNotStandStill(int statedLength) {
        byte[] circle = {IkePayloads.V2_NONCE, 0, 0, (byte) statedLength, 1, 2, 3, 4};

        assertThat(types(circle, circle.length)).isEmpty();
        assertThat(payloads.fault()).isEqualTo(IkePayloads.Fault.TOO_SHORT);
        assertThat(payloads.nextPayload()).isFalse();
    }

    @Test
    void walksNoMoreThanThereCanBe() {
        byte[] empty = new byte[4 * 1000];
        for (int at = 0; at < empty.length; at += 4) {
            empty[at] = IkePayloads.V2_NONCE;
            empty[at + 3] = IkePayloads.HEADER_LENGTH;
        }

        assertThat(types(empty, empty.length)).hasSize(IkePayloads.MOST);
        assertThat(payloads.fault()).isEqualTo(IkePayloads.Fault.TOO_MANY);
    }

    @Test
    void endsWithEncryptedPayloadsAndSaysWhatIsInThem() {
        byte[] sealed = {IkePayloads.V2_IDENTITY_INITIATOR, 0, 0, 8, 1, 2, 3, 4, 5};
        payloads.wrap(ByteBuffer.wrap(sealed), 0, sealed.length, IkePayloads.V2_ENCRYPTED);

        assertThat(payloads.nextPayload()).isTrue();
        assertThat(payloads.isEncrypted()).isTrue();
        assertThat(payloads.followingType()).isEqualTo(IkePayloads.V2_IDENTITY_INITIATOR);
        assertThat(payloads.bodyLength()).isEqualTo(4);
        assertThat(payloads.restLength()).isEqualTo(1);
        assertThat(payloads.nextPayload()).isFalse();
        assertThat(payloads.fault()).isEqualTo(IkePayloads.Fault.NONE);
    }

    private List<Integer> types(byte[] octets, int length) {
        payloads.wrap(ByteBuffer.wrap(octets), 0, length, IkePayloads.V2_VENDOR_ID);
        List<Integer> types = new ArrayList<>();
        while (payloads.nextPayload()) {
            types.add(payloads.type());
        }
        return types;
    }
}
