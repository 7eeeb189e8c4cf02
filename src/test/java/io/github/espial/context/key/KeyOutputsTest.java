package io.github.espial.context.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.AddressPattern;
import io.github.espial.context.ContextProblem;
import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.SaMode;
import io.github.espial.context.SaProtocol;
import io.github.espial.context.Secret;
import io.github.espial.context.Selector;
import io.github.espial.context.SpiPattern;
import io.github.espial.context.UdpPorts;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import io.github.espial.context.file.Reading;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyOutputsTest {
    private static final AddressPattern SERVER = AddressPattern.exactly(IpAddress.parse("192.0.2.10"));
    private static final AddressPattern PEER = AddressPattern.exactly(IpAddress.parse("198.51.100.20"));
    private static final SpiPattern SPI = SpiPattern.exactly(new Spi(0xc0c86871L));

    @Test
    void readsAllThatTheLinuxKernelStatesOfAnSa() {
        SaKeyEntry sa = only(Reading.wholly("ip xfrm state", """
                src 192.0.2.10 dst 198.51.100.20
                	proto esp spi 0xc0c86871(3234359409) reqid 7(0x00000007) mode transport
                	replay-window 0 seq 0x00000000 flag af-unspec esn (0x10100000)
                	mark 0x1/0xffffffff
                	auth-trunc hmac(sha256) 0x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff (256 bits) 128
                	enc cbc(aes) 0x000102030405060708090a0b0c0d0e0f (128 bits)
                	encap type espinudp sport 4500 dport 34500 addr 0.0.0.0
                	anti-replay esn context:
                	 seq-hi 0x0, seq 0x0, oseq-hi 0x0, oseq 0x15
                	sel src 192.0.2.10/32 dst 198.51.100.20/32 proto udp sport 1701 dport 1701 uid 0
                	lifetime config:
                	  limit: soft (INF)(bytes), hard (INF)(bytes)
                """));
        assertThat(sa.line()).isEqualTo(1);
        assertThat(sa.source()).isEqualTo(SERVER);
        assertThat(sa.destination()).isEqualTo(PEER);
        assertThat(sa.spi()).isEqualTo(SPI);
        assertThat(sa.encryption())
                .hasValue(new KeyedAlgorithm(
                        "cbc(aes)", Secret.ofHex("000102030405060708090a0b0c0d0e0f"), OptionalInt.empty()));
        assertThat(sa.integrity())
                .hasValue(new KeyedAlgorithm(
                        "hmac(sha256)",
                        Secret.ofHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"),
                        OptionalInt.of(128)));
        assertThat(sa.traits().protocol()).isEqualTo(SaProtocol.ESP);
        assertThat(sa.traits().mode()).hasValue(SaMode.TRANSPORT);
        assertThat(sa.traits().encapsulation()).hasValue(new UdpPorts(4500, 34500));
        assertThat(sa.traits().extendedSequenceNumbers()).hasValue(true);
        assertThat(sa.traits().reqid()).hasValue(7);
        assertThat(sa.traits().replayWindow()).hasValue(0);
        assertThat(sa.traits().selector())
                .hasValue(new Selector(
                        IpPrefix.parse("192.0.2.10"),
                        IpPrefix.parse("198.51.100.20"),
                        OptionalInt.of(17),
                        OptionalInt.of(1701),
                        OptionalInt.of(1701)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip xfrm state add src 192.0.2.10 dst 198.51.100.20 proto esp spi 0xc0c86871 mode tunnel"
                        + " aead 'rfc4106(gcm(aes))' 0x000102030405060708090a0b0c0d0e0f10111213 128",
                "src 192.0.2.10 dst 198.51.100.20 spi 0xc0c86871 mode tunnel aead \"rfc4106(gcm(aes))\""
                        + " 0x000102030405060708090a0b0c0d0e0f10111213 128",
                "root@srv:~# ip x s a src 192.0.2.10 dst 198.51.100.20 \\\n  proto esp spi 3234359409 mode tunnel \\\n"
                        + "  aead rfc4106(gcm(aes)) 0x000102030405060708090a0b0c0d0e0f10111213 128"
            })
    void readsAnSaAsACommand(String command) {
        SaKeyEntry sa = only(Reading.wholly("ip xfrm state add", command));
        assertThat(sa.source()).isEqualTo(SERVER);
        assertThat(sa.destination()).isEqualTo(PEER);
        assertThat(sa.spi()).isEqualTo(SPI);
        assertThat(sa.traits().mode()).hasValue(SaMode.TUNNEL);
        assertThat(sa.encryption())
                .hasValue(new KeyedAlgorithm(
                        "rfc4106(gcm(aes))",
                        Secret.ofHex("000102030405060708090a0b0c0d0e0f10111213"),
                        OptionalInt.of(128)));
    }

    @Test
    void readsSetkeysDump() {
        ContextFile file = Reading.wholly("setkey -D", """
                192.0.2.10[4500] 198.51.100.20[4500]
                	esp-udp mode=tunnel spi=3234359409(0xc0c86871) reqid=1(0x00000001)
                	E: rijndael-cbc  00010203 04050607 08090a0b 0c0d0e0f
                	A: hmac-sha1  00010203 04050607 08090a0b 0c0d0e0f 10111213
                	seq=0x00000000 replay=4 flags=0x00000000 state=mature
                	created: Nov 23 08:55:29 2026	current: Nov 23 08:56:29 2026
                	sadb_seq=1 pid=4711 refcnt=1
                198.51.100.20 192.0.2.10
                	esp mode=any spi=3364822100(0xc88f1854) reqid=0(0x00000000)
                	E: null
                	A: hmac-sha2-256  00010203 04050607 08090a0b 0c0d0e0f 00010203 04050607 08090a0b 0c0d0e0f
                	sadb_seq=0 pid=4711 refcnt=1
                """);
        SaKeyEntry first = file.entries().keys().get(0);
        assertThat(first.spi()).isEqualTo(SPI);
        assertThat(first.dialect()).isEqualTo(KeyDialect.SETKEY);
        assertThat(first.traits().encapsulation()).hasValue(new UdpPorts(4500, 4500));
        assertThat(first.traits().replayWindow()).hasValue(4);
        assertThat(first.encryption())
                .hasValue(new KeyedAlgorithm(
                        "rijndael-cbc", Secret.ofHex("000102030405060708090a0b0c0d0e0f"), OptionalInt.empty()));
        SaKeyEntry second = file.entries().keys().get(1);
        assertThat(second.source()).isEqualTo(PEER);
        assertThat(second.traits().mode()).isEmpty();
        assertThat(second.encryption()).hasValue(new KeyedAlgorithm("null", Secret.ofHex(""), OptionalInt.empty()));
        assertThat(second.integrity()).map(KeyedAlgorithm::name).hasValue("hmac-sha2-256");
    }

    @Test
    void readsSetkeysCommands() {
        SaKeyEntry sa = only(Reading.of("""
                flush;
                add 192.0.2.10 198.51.100.20 esp 0xc0c86871 -m tunnel
                    -E 3des-cbc "abcdefghijklmnopqrstuvwx"
                    -A hmac-md5 0x000102030405060708090a0b0c0d0e0f;
                """));
        assertThat(sa.spi()).isEqualTo(SPI);
        assertThat(sa.traits().mode()).hasValue(SaMode.TUNNEL);
        assertThat(sa.encryption().orElseThrow().key().length()).isEqualTo(24);
        assertThat(sa.integrity().orElseThrow().key()).isEqualTo(Secret.ofHex("000102030405060708090a0b0c0d0e0f"));
    }

    @Test
    void readsWiresharksEspTable() {
        ContextFile file = Reading.of("""
                # This file is automatically generated, DO NOT MODIFY.
                "IPv4","192.0.2.10","198.51.100.20","0xc0c86871","AES-CBC [RFC3602]","0x000102030405060708090a0b0c0d0e0f","HMAC-SHA-1-96 [RFC2404]","0x000102030405060708090a0b0c0d0e0f10111213"
                "IPv4","192.0.*","*","0xc0c868**","NULL","","HMAC-SHA-256-128 [RFC4868]","0x00","64-bit"
                "IPv6","2001:db8::1","2001:db8:0:0:*","*","AES-GCM [RFC4106]","0x000102030405060708090a0b0c0d0e0f10111213","NULL","","32-bit"
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().keys()).hasSize(3);
        SaKeyEntry plain = file.entries().keys().get(0);
        assertThat(plain.line()).isEqualTo(2);
        assertThat(plain.source()).isEqualTo(SERVER);
        assertThat(plain.encryption()).map(KeyedAlgorithm::name).hasValue("AES-CBC [RFC3602]");
        assertThat(plain.traits().extendedSequenceNumbers()).isEmpty();
        SaKeyEntry wild = file.entries().keys().get(1);
        assertThat(wild.source().matches(IpAddress.parse("192.0.2.10"))).isTrue();
        assertThat(wild.source().matches(IpAddress.parse("192.1.2.10"))).isFalse();
        assertThat(wild.destination().matches(IpAddress.parse("203.0.113.1"))).isTrue();
        assertThat(wild.destination().matches(IpAddress.parse("2001:db8::1"))).isFalse();
        assertThat(wild.spi().matches(new Spi(0xc0c868ffL))).isTrue();
        assertThat(wild.spi().matches(new Spi(0xc0c96871L))).isFalse();
        assertThat(wild.traits().extendedSequenceNumbers()).hasValue(true);
        SaKeyEntry six = file.entries().keys().get(2);
        assertThat(six.destination().matches(IpAddress.parse("2001:db8::ffff:1")))
                .isTrue();
        assertThat(six.destination().matches(IpAddress.parse("2001:db8:0:1::1")))
                .isFalse();
        assertThat(six.spi().matches(new Spi(1))).isTrue();
    }

    @Test
    void readsWiresharksTablesOfIkeSas() {
        ContextFile file = Reading.of("""
                94a7a0c3bcf05a7d,4d4a187c67e46f55,0001,0203,"AES-CBC-256 [RFC3602]",0405,0607,"HMAC_SHA2_256_128 [RFC4868]"
                94a7a0c3bcf05a7d,4d4a187c67e46f55,0001,0203,"AES-GCM-256 with 16 octet ICV [RFC5282]",,,"NONE [RFC4306]"
                fafaeb49382a763c,735be0cb62f82675c4f7bf8fbab9b56834ba76d6ab4fa240
                """);
        assertThat(file.entries().ikeKeys()).hasSize(3);
        assertThat(file.entries().ikeKeys().get(0)).isInstanceOfSatisfying(IkeKeyEntry.Version2.class, ike -> {
            assertThat(ike.responderSpi()).hasValue(0x4d4a187c67e46f55L);
            assertThat(ike.initiator()).isEqualTo(new IkeKeyEntry.Side(Secret.ofHex("0001"), Secret.ofHex("0405")));
            assertThat(ike.responder()).isEqualTo(new IkeKeyEntry.Side(Secret.ofHex("0203"), Secret.ofHex("0607")));
        });
        assertThat(file.entries().ikeKeys().get(2)).isInstanceOfSatisfying(IkeKeyEntry.Version1.class, ike -> {
            assertThat(ike.initiatorCookie()).hasValue(0xfafaeb49382a763cL);
            assertThat(ike.key().length()).isEqualTo(24);
        });
    }

    @Test
    void readsPlutosLog() {
        ContextFile file = Reading.wholly("pluto log", """
                | ikev2 I 0x1111111111111111 0x2222222222222222 sha256:0x0102 aes256:0x0304
                | ikev2 R 0x1111111111111111 0x2222222222222222 sha256:0x0506 aes256:0x0708
                "west"[8] 198.51.100.20 #8: proposal 1:ESP=AES_CBC_128-HMAC_SHA1_96-DISABLED SPI=c0c86871 chosen from remote proposals
                | our  keymat
                |   00 01 02 03  04 05 06 07  08 09 0a 0b  0c 0d 0e 0f
                |   10 11 12 13  14 15 16 17  18 19 1a 1b  1c 1d 1e 1f
                |   20 21 22 23
                | peer keymat
                |   80 81 82 83  84 85 86 87  88 89 8a 8b  8c 8d 8e 8f
                |   90 91 92 93  94 95 96 97  98 99 9a 9b  9c 9d 9e 9f
                |   a0 a1 a2 a3
                | ESP enckey:
                |   80 81 82 83  84 85 86 87  88 89 8a 8b  8c 8d 8e 8f
                | ESP authkey:
                |   90 91 92 93  94 95 96 97  98 99 9a 9b  9c 9d 9e 9f
                |   a0 a1 a2 a3
                | ESP enckey:
                |   00 01 02 03  04 05 06 07  08 09 0a 0b  0c 0d 0e 0f
                | ESP authkey:
                |   10 11 12 13  14 15 16 17  18 19 1a 1b  1c 1d 1e 1f
                |   20 21 22 23
                "west"[8] 198.51.100.20 #9: responder established Child SA using #8; IPsec tunnel [10.1.0.0/16===10.20.0.0/16] {ESP=>0xc0c86871 <0xc88f1854 xfrm=AES_CBC_128-HMAC_SHA1_96 DPD=passive}
                """);
        assertThat(file.entries().keys()).hasSize(2);
        SaKeyEntry outgoing = file.entries().keys().get(0);
        assertThat(outgoing.spi()).isEqualTo(SPI);
        assertThat(outgoing.encryption())
                .hasValue(new KeyedAlgorithm(
                        "AES_CBC_128", Secret.ofHex("808182838485868788898a8b8c8d8e8f"), OptionalInt.empty()));
        assertThat(outgoing.integrity()).map(KeyedAlgorithm::name).hasValue("HMAC_SHA1_96");
        assertThat(outgoing.traits().mode()).hasValue(SaMode.TUNNEL);
        assertThat(file.entries().keys().get(1).spi()).isEqualTo(SpiPattern.exactly(new Spi(0xc88f1854L)));
        assertThat(file.entries().ikeKeys()).singleElement().isInstanceOfSatisfying(IkeKeyEntry.Version2.class, ike -> {
            assertThat(ike.initiator()).isEqualTo(new IkeKeyEntry.Side(Secret.ofHex("0304"), Secret.ofHex("0102")));
            assertThat(ike.algorithms().encryption()).isEqualTo("aes256");
        });
    }

    @Test
    void saysWhatIsWrongWithAKeyAndNeverTheKey() {
        ContextFile file = Reading.of("""
                src 192.0.2.10 dst 198.51.100.20
                	proto esp spi 0xc0c86871 reqid 1 mode tunnel
                	aead rfc4106(gcm(aes)) 0xdeadbeefdeadbeefx 128
                src 192.0.2.10 dst 198.51.100.20
                	proto esp spi 0xc0c86872 reqid 1 mode tunnel
                	enc cbc(aes) 0xdeadbee
                "IPv4","192.0.2.10","198.51.100.20","0xc0c86871","AES-CBC [RFC3602]","0xdeadbeefgg","NULL",""
                94a7a0c3bcf05a7d,4d4a187c67e46f55,deadbeefgg,0203,"AES-CBC-256 [RFC3602]",0405,0607,"NONE"
                """);
        assertThat(file.entries().keys()).isEmpty();
        assertThat(file.entries().ikeKeys()).isEmpty();
        assertThat(file.problems())
                .containsExactly(
                        new ContextProblem(3, "the aead key is an odd number of hexadecimal digits"),
                        new ContextProblem(6, "the enc key is an odd number of hexadecimal digits"),
                        new ContextProblem(7, "the encryption key is not hexadecimal"),
                        new ContextProblem(8, "a key of the IKEv2 table is not hexadecimal"));
        assertThat(file.toString()).doesNotContainIgnoringCase("dead");
    }

    @Test
    void showsNoKeyInAnyText() {
        ContextFile file = Reading.lab("gateway-gcm", "xfrm-state.txt");
        assertThat(file.toString()).contains("36 secret octets").doesNotContain("e79e07ee", "-25, -98, 7");
    }

    @Test
    void saysThatKeysAreHidden() {
        ContextFile file = Reading.of("""
                src 192.0.2.10 dst 198.51.100.20
                	proto esp spi 0xc0c86871 reqid 1 mode tunnel
                	aead rfc4106(gcm(aes)) <<Keys hidden>> 128
                """);
        assertThat(file.entries().keys()).isEmpty();
        assertThat(file.problems())
                .containsExactly(
                        new ContextProblem(3, "keys are hidden (\"nokeys\"): what these SAs carry stays closed"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void pointsAtKeysThatEveryUserMayRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys");
        Files.writeString(file, "spi 0x1001 enc cbc(aes) 0x000102030405060708090a0b0c0d0e0f\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(ContextReader.read(file).problems())
                .containsExactly(new ContextProblem(0, "holds keys, and every user of this machine may read it"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(ContextReader.read(file).problems()).isEmpty();
    }

    private static SaKeyEntry only(ContextFile file) {
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().keys()).hasSize(1);
        return file.entries().keys().get(0);
    }
}
