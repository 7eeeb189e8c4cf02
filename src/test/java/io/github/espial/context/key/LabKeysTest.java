package io.github.espial.context.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.Secret;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's SAs and the log of the program that set them hold the same keys. */
class LabKeysTest {
    @ParameterizedTest
    @CsvSource({"gateway-gcm,4", "ikev1-3des,4", "l2tp-ipsec,2", "esp-null,4", "nat-t,4", "misrouted-ikev2,4"})
    void readsEverySaOfTheKernel(String lab, int count) {
        ContextFile file = Reading.lab(lab, "xfrm-state.txt");
        assertThat(file.entries().keys()).hasSize(count);
        assertThat(file.unrecognised()).isEmpty();
        assertThat(file.outputs()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway-gcm",
                "ikev1-3des",
                "l2tp-ipsec",
                "esp-null",
                "nat-t",
                "misrouted-ikev2",
                "rekey-and-fix"
            })
    void findsTheSameKeysInTheLog(String lab) {
        List<SaKeyEntry> logged = Reading.lab(lab, "charon-srv.log").entries().keys();
        List<SaKeyEntry> inKernel = Reading.lab(lab, "xfrm-state.txt").entries().keys();
        assertThat(inKernel)
                .isNotEmpty()
                .allSatisfy(sa -> assertThat(logged).anySatisfy(entry -> {
                    assertThat(entry.spi()).isEqualTo(sa.spi());
                    assertThat(entry.source()).isEqualTo(sa.source());
                    assertThat(entry.destination()).isEqualTo(sa.destination());
                    assertThat(key(entry.encryption())).isEqualTo(key(sa.encryption()));
                    assertThat(key(entry.integrity())).isEqualTo(key(sa.integrity()));
                    assertThat(entry.traits().extendedSequenceNumbers())
                            .isEqualTo(sa.traits().extendedSequenceNumbers());
                }));
    }

    @Test
    void namesAlgorithmsAsEachFileDoes() {
        assertThat(Reading.lab("gateway-gcm", "xfrm-state.txt")
                        .entries()
                        .keys()
                        .get(0)
                        .encryption())
                .map(KeyedAlgorithm::name)
                .hasValue("rfc4106(gcm(aes))");
        assertThat(Reading.lab("gateway-gcm", "charon-srv.log")
                        .entries()
                        .keys()
                        .get(0)
                        .encryption())
                .map(KeyedAlgorithm::name)
                .hasValue("AES_GCM_16_256");
        assertThat(Reading.lab("ikev1-3des", "charon-srv.log")
                        .entries()
                        .keys()
                        .get(0)
                        .integrity())
                .map(KeyedAlgorithm::name)
                .hasValue("HMAC_SHA1_96");
    }

    @ParameterizedTest
    @ValueSource(strings = {"charon-srv.log", "charon-pgw.log"})
    void findsTheKeysOfTheIkeSaInTheLogOfEitherSide(String log) {
        assertThat(Reading.lab("misrouted-ikev2", log).entries().ikeKeys())
                .singleElement()
                .isInstanceOfSatisfying(IkeKeyEntry.Version2.class, ike -> {
                    assertThat(ike.initiatorSpi()).hasValue(0x94a7a0c3bcf05a7dL);
                    assertThat(ike.responderSpi()).hasValue(0x4d4a187c67e46f55L);
                    assertThat(ike.algorithms().encryption()).isEqualTo("AES_CBC_256");
                    assertThat(ike.algorithms().integrity()).hasValue("HMAC_SHA2_256_128");
                    assertThat(ike.algorithms().pseudoRandom()).hasValue("PRF_HMAC_SHA2_256");
                    assertThat(ike.skD()).map(Secret::length).hasValue(32);
                    assertThat(ike.initiator().integrity())
                            .isEqualTo(Secret.ofHex(
                                    "02CF06449389BA622D8EA4BE6C6CC051" + "92C6C596DB1F9EDB59BCBF0070938D07"));
                    assertThat(ike.responder().encryption().length()).isEqualTo(32);
                });
    }

    @Test
    void findsTheKeyOfAnIkev1Sa() {
        assertThat(Reading.lab("ikev1-3des", "charon-srv.log").entries().ikeKeys())
                .singleElement()
                .isInstanceOfSatisfying(IkeKeyEntry.Version1.class, ike -> {
                    assertThat(ike.initiatorCookie()).hasValue(0x54d81cf64720e8f3L);
                    assertThat(ike.encryption()).hasValue("3DES_CBC");
                    assertThat(ike.key().length()).isEqualTo(24);
                    assertThat(ike.skeyidD()).map(Secret::length).hasValue(20);
                    assertThat(ike.initialVector()).map(Secret::length).hasValue(8);
                });
    }

    @Test
    void readsTheSasThatRekeyingMade() {
        // The log says "adding inbound ESP SA" ten times, and "adding outbound ESP SA" as often.
        assertThat(Reading.lab("rekey-and-fix", "charon-srv.log").entries().keys())
                .hasSize(20);
    }

    private static Optional<Secret> key(Optional<KeyedAlgorithm> algorithm) {
        return algorithm.map(KeyedAlgorithm::key).filter(key -> key.length() > 0);
    }
}
