package io.github.espial.redact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.MacAddress;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacMappingTest {
    private final MacMapping macs =
            Mapping.of(AddressMappingTest.key("a key for tests only")).macs();

    @Test
    void keepsTheVendorAndNotTheRest() {
        Random random = new Random(1);
        int kept = 0;
        for (int draw = 0; draw < 5000; draw++) {
            long mac = 0x001b21000000L | random.nextInt(1 << 24);
            assertThat(macs.of(mac) >>> 24).isEqualTo(0x001b21);
            kept += macs.of(mac) == mac ? 1 : 0;
        }
        assertThat(kept).isLessThan(5);
    }

    /** A vendor among whose addresses are those of VRRP, which are kept. */
    @Test
    void noTwoOfAVendorBecomeOne() {
        BitSet seen = new BitSet(1 << 24);
        for (int suffix = 0; suffix < 1 << 16; suffix++) {
            seen.set((int) (macs.of(0x00005e000000L | suffix) & 0xffffff));
        }
        assertThat(seen.cardinality()).isEqualTo(1 << 16);
    }

    @Test
    void noTwoOfAnyKindBecomeOne() {
        Random random = new Random(2);
        long[] prefixes = {0x040_0000_0000L, 0x5254_0000_0000L, 0x3333_0000_0000L, 0x03bf_0000_0000L, 0};
        Set<Long> originals = new HashSet<>();
        Set<Long> mapped = new HashSet<>();
        for (int draw = 0; draw < 40_000; draw++) {
            long mac = prefixes[random.nextInt(prefixes.length)] | (random.nextLong() >>> (32 + random.nextInt(16)));
            originals.add(mac);
            mapped.add(macs.of(mac));
        }
        assertThat(mapped).hasSameSizeAs(originals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ff:ff:ff:ff:ff:ff", "01:00:5e:00:00:12", "01:80:c2:00:00:00", "33:33:00:00:00:01", "00:00:5e:00:01:2a",
                "00:00:5e:00:02:2a", "00:00:0c:07:ac:0a", "00:00:0c:9f:f0:0a", "00:07:b4:00:01:02", "00:00:00:00:00:00"
            })
    void keepsWhatIsARole(String role) {
        assertThat(macs.of(MacAddress.parse(role))).hasToString(role);
    }

    /** It may hold an IPv4 address: 02:42 and 172.17.0.2. */
    @Test
    void ofALocallyAdministeredMacOnlyTheFirstOctetStays() {
        Set<Long> seconds = new HashSet<>();
        for (int host = 0; host < 64; host++) {
            long mapped = macs.of(0x0242ac110000L | host);
            assertThat(mapped >>> 40).isEqualTo(0x02);
            seconds.add(mapped >>> 32 & 0xff);
        }
        assertThat(seconds).hasSizeGreaterThan(30);
    }

    @Test
    void noneStaysNone() {
        assertThat(macs.of(MacAddress.NONE)).isEqualTo(MacAddress.NONE);
    }

    @Test
    void anotherKeyGivesOthers() {
        MacMapping another =
                Mapping.of(AddressMappingTest.key("another key for tests")).macs();
        assertThat(another.of(0x001b21aa0001L)).isNotEqualTo(macs.of(0x001b21aa0001L));
    }
}
