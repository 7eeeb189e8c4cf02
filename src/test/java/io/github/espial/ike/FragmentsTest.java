package io.github.espial.ike;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.Secret;
import io.github.espial.wire.IkePayloads;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.OctetText;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Encrypted payloads in fragments (RFC 7383), sealed here by the JCA alone. */
class FragmentsTest {
    private static final byte[] ENCRYPTION = new byte[16];
    private static final byte[] INTEGRITY = new byte[32];
    private static final int BLOCK = 16;
    private static final int HEADERS = IkeView.HEADER_LENGTH + IkePayloads.HEADER_LENGTH;

    /** A notify without SPI, AUTHENTICATION_FAILED, cut in its midst. */
    private static final byte[] FIRST = OctetText.octets("00 00 0008");

    private static final byte[] SECOND = OctetText.octets("00 00 0018");

    static {
        Arrays.fill(INTEGRITY, (byte) 7);
    }

    @Test
    void joinsFragmentsInWhateverOrder() throws GeneralSecurityException {
        Messages messages = new Messages()
                .whole(false, fragment(2, 2, 0, SECOND))
                .whole(false, fragment(1, 2, IkePayloads.V2_NOTIFY, FIRST));
        IkeStories stories = IkeStories.of(messages.all(), List.of(key()));

        assertThat(stories.notes()).isEmpty();
        assertThat(stories.sas().get(0).dialogue().notices()).singleElement().satisfies(notice -> {
            assertThat(notice.name()).isEqualTo("AUTHENTICATION_FAILED");
            assertThat(notice.isEncrypted()).isTrue();
        });
    }

    @Test
    void saysThatFragmentsAreMissing() throws GeneralSecurityException {
        Messages messages = new Messages().whole(false, fragment(1, 0xffff, IkePayloads.V2_NOTIFY, FIRST));
        IkeStories stories = IkeStories.of(messages.all(), List.of(key()));

        assertThat(stories.sas().get(0).dialogue().notices()).isEmpty();
        assertThat(stories.notes())
                .singleElement()
                .asString()
                .startsWith("a part of what was inside IKE SA")
                .contains("fragments of it were not captured in 1 of 2 messages");
    }

    @Test
    void passesOverFragmentNumbersThatCannotBe() throws GeneralSecurityException {
        Messages messages = new Messages()
                .whole(false, fragment(3, 2, IkePayloads.V2_NOTIFY, FIRST))
                .whole(false, fragment(0, 0, IkePayloads.V2_NOTIFY, FIRST));

        IkeSa sa = IkeStories.of(messages.all(), List.of(key())).sas().get(0);

        assertThat(sa.dialogue().notices()).isEmpty();
        assertThat(sa.dialogue().access()).isEqualTo(IkeSa.Access.NOTHING_ENCRYPTED);
    }

    @Test
    void refusesWhatWasAltered() throws GeneralSecurityException {
        byte[] altered = fragment(1, 1, IkePayloads.V2_NOTIFY, OctetText.octets("00 00 0008 00 00 0018"));
        altered[HEADERS + 6] ^= 1;
        IkeStories stories = IkeStories.of(new Messages().whole(false, altered).all(), List.of(key()));

        assertThat(stories.sas().get(0).dialogue().access()).isEqualTo(IkeSa.Access.KEY_REFUSED);
        assertThat(stories.notes()).singleElement().asString().contains("ICV mismatch in 1 of 1 message");
    }

    /** A message with one fragment: header, generic header, numbers, IV, encrypted octets, ICV. */
    private static byte[] fragment(int number, int total, int firstType, byte[] payloads)
            throws GeneralSecurityException {
        byte[] iv = new byte[BLOCK];
        int padded = (payloads.length / BLOCK + 1) * BLOCK;
        byte[] plain = Arrays.copyOf(payloads, padded);
        plain[padded - 1] = (byte) (padded - payloads.length - 1);
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(ENCRYPTION, "AES"), new IvParameterSpec(iv));
        byte[] text = cipher.doFinal(plain);
        int length = HEADERS + 4 + BLOCK + text.length + BLOCK;
        ByteBuffer message = ByteBuffer.allocate(length)
                .put(Messages.header(
                        IkePayloads.V2_ENCRYPTED_FRAGMENT, 0x20, IkeView.V2_IKE_AUTH, 0x20, 1, Messages.RESPONDER_SPI))
                .putInt(length)
                .put((byte) firstType)
                .put((byte) 0)
                .putShort((short) (length - IkeView.HEADER_LENGTH))
                .putShort((short) number)
                .putShort((short) total)
                .put(iv)
                .put(text);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(INTEGRITY, "HmacSHA256"));
        mac.update(message.array(), 0, message.position());
        return message.put(mac.doFinal(), 0, BLOCK).array();
    }

    private static IkeKeyEntry key() {
        IkeKeyEntry.Side side = new IkeKeyEntry.Side(Secret.of(ENCRYPTION), Secret.of(INTEGRITY));
        return new IkeKeyEntry.Version2(
                KeyDialect.WIRESHARK,
                1,
                OptionalLong.of(Messages.INITIATOR_SPI),
                OptionalLong.of(Messages.RESPONDER_SPI),
                new IkeKeyEntry.Algorithms(
                        "AES-CBC-128 [RFC3602]", Optional.of("HMAC_SHA2_256_128 [RFC4868]"), Optional.empty()),
                Optional.empty(),
                side,
                side);
    }
}
