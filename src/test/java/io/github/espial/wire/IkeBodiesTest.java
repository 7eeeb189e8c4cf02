package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Bodies of notify, delete, identity, traffic selector and fragment payloads. */
class IkeBodiesTest {
    @Test
    void readsNotifiesOfBothVersions() {
        IkeNotifyView notify = new IkeNotifyView();
        byte[] version2 = OctetText.octets("03 04 4009 c0c86871 aabb");
        assertThat(notify.wrap(ByteBuffer.wrap(version2), 0, version2.length, 2))
                .isTrue();
        assertThat(notify.protocol()).isEqualTo(3);
        assertThat(notify.type()).isEqualTo(16393);
        assertThat(notify.spiStart()).isEqualTo(4);
        assertThat(notify.dataStart()).isEqualTo(8);
        assertThat(notify.dataLength()).isEqualTo(2);

        byte[] version1 = OctetText.octets("00000001 01 00 000e");
        assertThat(notify.wrap(ByteBuffer.wrap(version1), 0, version1.length, 1))
                .isTrue();
        assertThat(notify.type()).isEqualTo(14);
        assertThat(notify.dataLength()).isZero();
    }

    @Test
    void refusesAnSpiPastTheEnd() {
        byte[] octets = OctetText.octets("03 05 4009 c0c86871");

        assertThat(new IkeNotifyView().wrap(ByteBuffer.wrap(octets), 0, octets.length, 2))
                .isFalse();
    }

    @Test
    void readsDeletes() {
        IkeDeleteView deletion = new IkeDeleteView();
        byte[] octets = OctetText.octets("03 04 0002 c0c86871 c7330a2c");
        assertThat(deletion.wrap(ByteBuffer.wrap(octets), 0, octets.length, 2)).isTrue();
        assertThat(deletion.protocol()).isEqualTo(3);
        assertThat(deletion.spiCount()).isEqualTo(2);
        assertThat(deletion.spisLength()).isEqualTo(8);

        byte[] tooMany = OctetText.octets("03 04 ffff c0c86871 c7330a2c");
        assertThat(deletion.wrap(ByteBuffer.wrap(tooMany), 0, tooMany.length, 2))
                .isFalse();
    }

    @Test
    void readsIdentities() {
        IkeIdentityView identity = new IkeIdentityView();
        byte[] octets = OctetText.octets("04 11 06a5 0a140000 ffff0000");
        assertThat(identity.wrap(ByteBuffer.wrap(octets), 0, octets.length)).isTrue();
        assertThat(identity.type()).isEqualTo(IkeIdentityView.IPV4_SUBNET);
        assertThat(identity.protocol()).isEqualTo(17);
        assertThat(identity.port()).isEqualTo(1701);
        assertThat(identity.identityStart()).isEqualTo(4);
        assertThat(identity.identityLength()).isEqualTo(8);
    }

    @Test
    void readsTrafficSelectors() {
        IkeSelectors selectors = new IkeSelectors();
        byte[] octets = OctetText.octets(
                "02000000 07 06 0010 01bb 01bb 0a140000 0a14ffff 07 00 0010 0000 ffff 0a1e0000" + " 0a1effff");
        assertThat(selectors.wrap(ByteBuffer.wrap(octets), 0, octets.length)).isTrue();
        assertThat(selectors.nextSelector()).isTrue();
        assertThat(selectors.type()).isEqualTo(IkeSelectors.IPV4_RANGE);
        assertThat(selectors.protocol()).isEqualTo(6);
        assertThat(selectors.firstPort()).isEqualTo(443);
        assertThat(selectors.lastPort()).isEqualTo(443);
        assertThat(selectors.addressStart()).isEqualTo(12);
        assertThat(selectors.addressLength()).isEqualTo(4);
        assertThat(selectors.nextSelector()).isTrue();
        assertThat(selectors.protocol()).isZero();
        assertThat(selectors.lastPort()).isEqualTo(0xffff);
        assertThat(selectors.nextSelector()).isFalse();
    }

    @Test
    void refusesASelectorWithoutRoomForItsAddresses() {
        IkeSelectors selectors = new IkeSelectors();
        byte[] octets = OctetText.octets("01000000 08 00 0010 0000 ffff 0a140000 0a14ffff");

        assertThat(selectors.wrap(ByteBuffer.wrap(octets), 0, octets.length)).isTrue();
        assertThat(selectors.nextSelector()).isFalse();
    }

    @Test
    void refusesFragmentNumbersThatCannotBe() {
        IkeFragmentView fragment = new IkeFragmentView();
        byte[] second = OctetText.octets("0002 0003 aabbccdd");
        assertThat(fragment.wrap(ByteBuffer.wrap(second), 0, second.length)).isTrue();
        assertThat(fragment.number()).isEqualTo(2);
        assertThat(fragment.total()).isEqualTo(3);
        assertThat(fragment.sealedStart()).isEqualTo(4);
        assertThat(fragment.sealedLength()).isEqualTo(4);

        for (String numbers : new String[] {"0000 0003", "0004 0003", "0000 0000", "ffff 0001"}) {
            byte[] octets = OctetText.octets(numbers);
            assertThat(fragment.wrap(ByteBuffer.wrap(octets), 0, octets.length))
                    .as(numbers)
                    .isFalse();
        }
    }
}
