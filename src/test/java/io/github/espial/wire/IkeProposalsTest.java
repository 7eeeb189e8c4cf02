package io.github.espial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Proposals with their transforms and attributes, of both versions. */
class IkeProposalsTest {
    private static final byte[] VERSION_2 = OctetText.octets("""
            00 00 0028  last, length 40
            01 03 04 03  number 1, ESP, SPI of 4, three transforms
            c0c86871  SPI
            03 00 000c  more, length 12
            01 00 0014  encryption, AES-GCM-16
            800e 0100  key length 256
            03 00 0008  more, length 8
            05 00 0000  sequence numbers of 32 bits
            00 00 0008  last, length 8
            04 00 000e  group 14
            """);
    private static final byte[] VERSION_1 = OctetText.octets("""
            00000001  IPsec
            00000001  identity only
            00 00 0024  last, length 36
            01 01 00 01  number 1, IKE, no SPI, one transform
            00 00 001c  last, length 28
            01 01 0000  number 1, KEY_IKE
            8001 0005  3DES-CBC
            8002 0002  SHA1
            000c 0004  life duration of 4 octets
            00007080  28800
            8004 0002  group 2
            """);

    private final IkeProposals proposals = new IkeProposals();
    private final IkeTransforms transforms = new IkeTransforms();
    private final IkeAttributes attributes = new IkeAttributes();

    @Test
    void readsVersion2() {
        ByteBuffer octets = ByteBuffer.wrap(VERSION_2);
        assertThat(proposals.wrap(octets, 0, VERSION_2.length, 2)).isTrue();
        assertThat(proposals.nextProposal()).isTrue();
        assertThat(proposals.number()).isEqualTo(1);
        assertThat(proposals.protocol()).isEqualTo(IkeProposals.ESP);
        assertThat(proposals.transforms()).isEqualTo(3);
        assertThat(octets.getInt(proposals.spiStart())).isEqualTo(0xc0c86871);

        transforms.wrap(octets, proposals.transformsStart(), proposals.transformsLength());
        assertThat(transforms.nextTransform()).isTrue();
        assertThat(transforms.typeOrNumber()).isEqualTo(1);
        assertThat(transforms.version2Id()).isEqualTo(20);
        attributes.wrap(octets, transforms.attributesStart(), transforms.attributesLength());
        assertThat(attributes.nextAttribute()).isTrue();
        assertThat(attributes.type()).isEqualTo(14);
        assertThat(attributes.value()).isEqualTo(256);
        assertThat(attributes.nextAttribute()).isFalse();
        assertThat(transforms.nextTransform()).isTrue();
        assertThat(transforms.nextTransform()).isTrue();
        assertThat(transforms.version2Id()).isEqualTo(14);
        assertThat(transforms.nextTransform()).isFalse();
        assertThat(proposals.nextProposal()).isFalse();
    }

    @Test
    void readsVersion1() {
        ByteBuffer octets = ByteBuffer.wrap(VERSION_1);
        assertThat(proposals.wrap(octets, 0, VERSION_1.length, 1)).isTrue();
        assertThat(proposals.nextProposal()).isTrue();
        assertThat(proposals.protocol()).isEqualTo(IkeProposals.IKE);

        transforms.wrap(octets, proposals.transformsStart(), proposals.transformsLength());
        assertThat(transforms.nextTransform()).isTrue();
        assertThat(transforms.version1Id()).isEqualTo(1);
        attributes.wrap(octets, transforms.attributesStart(), transforms.attributesLength());
        assertThat(attributes.nextAttribute()).isTrue();
        assertThat(attributes.nextAttribute()).isTrue();
        assertThat(attributes.nextAttribute()).isTrue();
        assertThat(attributes.type()).isEqualTo(12);
        assertThat(attributes.valueLength()).isEqualTo(4);
        assertThat(attributes.value()).isEqualTo(28800);
        assertThat(attributes.nextAttribute()).isTrue();
        assertThat(attributes.value()).isEqualTo(2);
        assertThat(attributes.nextAttribute()).isFalse();
    }

    @Test
    void knowsOnlyTheSituationOfIpsec() {
        byte[] other = VERSION_1.clone();
        other[7] = 2;

        assertThat(proposals.wrap(ByteBuffer.wrap(other), 0, other.length, 1)).isFalse();
        assertThat(proposals.nextProposal()).isFalse();
    }

    @Test
    void endsWithAnAttributePastTheEnd() {
        byte[] octets = OctetText.octets("800e 0080 000c ffff 00007080");
        attributes.wrap(ByteBuffer.wrap(octets), 0, octets.length);

        assertThat(attributes.nextAttribute()).isTrue();
        assertThat(attributes.nextAttribute()).isFalse();
        assertThat(attributes.nextAttribute()).isFalse();
    }

    @Test
    void endsWithLengthsThatContradictThemselves() {
        byte[] noLength = OctetText.octets("02 00 0000 01 03 00 01 00000000");
        proposals.wrap(ByteBuffer.wrap(noLength), 0, noLength.length, 2);
        assertThat(proposals.nextProposal()).isFalse();

        byte[] longSpi = OctetText.octets("02 00 000c 01 03 ff 01 00000000");
        proposals.wrap(ByteBuffer.wrap(longSpi), 0, longSpi.length, 2);
        assertThat(proposals.nextProposal()).isFalse();

        byte[] noTransform = OctetText.octets("03 00 0007 01 00 0014");
        transforms.wrap(ByteBuffer.wrap(noTransform), 0, noTransform.length);
        assertThat(transforms.nextTransform()).isFalse();
    }
}
