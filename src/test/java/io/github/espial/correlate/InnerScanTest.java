package io.github.espial.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.read.Division;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerScanTest {
    private static final Path TESTDATA = Path.of("testdata");

    @ParameterizedTest
    @ValueSource(strings = {"misrouted-ikev2", "rekey-and-fix", "ikev1-3des", "l2tp-ipsec", "nat-t", "esp-null"})
    void anyCutGivesTheSameFlows(String name) throws Exception {
        Path capture = TESTDATA.resolve(name + "/capture.pcap");
        Path keys = TESTDATA.resolve(name + "/charon-srv.log");
        TunnelContents whole = LabInside.of(capture, Division.NONE, keys);
        Random random = new Random(name.hashCode());
        assertThat(whole.flows()).isNotEmpty();
        for (int round = 0; round < 5; round++) {
            Division division = new Division(2, 0, 1 + random.nextInt(5000), 500 + random.nextInt(20_000));
            TunnelContents pieces = LabInside.of(capture, division, keys);

            assertThat(new HashSet<>(pieces.flows())).as("%s", division).isEqualTo(new HashSet<>(whole.flows()));
            assertThat(pieces.opened()).isEqualTo(whole.opened());
            assertThat(pieces.notes()).isEqualTo(whole.notes());
        }
    }

    @Test
    void findsWithoutKeysWhatIsNotEncrypted() throws Exception {
        TunnelContents inside = LabInside.of(TESTDATA.resolve("esp-null/capture.pcap"), Division.NONE);

        assertThat(inside.opened())
                .isNotEmpty()
                .allSatisfy(opened -> assertThat(opened.cipher()).isEqualTo("NULL, ICV of 128 bits"));
        assertThat(inside.flows()).isNotEmpty().allMatch(flow -> flow.match() == Match.PLAIN);
        assertThat(inside.notes()).isEmpty();
    }

    @Test
    void looksIntoNothingElseWithoutKeys() throws Exception {
        TunnelContents inside = LabInside.of(TESTDATA.resolve("misrouted-ikev2/capture.pcap"), Division.NONE);

        assertThat(inside.with(List.of())).isEqualTo(TunnelContents.UNKNOWN);
        assertThat(inside.ikeSas()).hasSize(1);
    }

    @Test
    void triesAllKeysThatFit() throws Exception {
        Path capture = TESTDATA.resolve("nat-t/capture.pcap");
        List<Path> keys = List.of(TESTDATA.resolve("nat-t/xfrm-state.txt"), TESTDATA.resolve("nat-t/charon-srv.log"));
        TunnelContents both = LabInside.of(capture, Division.NONE, keys.get(0), keys.get(1));

        assertThat(both.flows())
                .containsExactlyInAnyOrderElementsOf(
                        LabInside.of(capture, Division.NONE, keys.get(0)).flows());
    }
}
