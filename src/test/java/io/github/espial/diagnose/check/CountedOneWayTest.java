package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.Reading;
import io.github.espial.diagnose.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counters of every kind of machine show one way, and no less than both directions do. */
class CountedOneWayTest {
    @ParameterizedTest
    @CsvSource({
        "counters-xfrm.txt, 104 packets went out",
        "counters-devices.txt, 104 packets went out in vti1 to 198.51.100.20",
        "counters-setkey.txt, 110 packets went out",
        "counters-netsh.txt, 99360 bytes went out",
        "panos-flow.txt, 280 packets went out",
        "junos-statistics.txt, 335 packets went out",
        "ios-session.txt, 110 packets went out",
        "asa-sessions.txt, 9240 bytes went out",
        "fortios-details.txt, 260 packets went out",
        "routeros-peers.txt, 9240 bytes went out",
        "edgeos-sas.txt, 1800000 bytes went out",
        "pfsense-status.txt, 110 packets went out",
        "opnsense-sessions.txt, 9020 bytes went out"
    })
    void countersShowIt(String sample, String text) {
        assertThat(Worded.report(Reading.text(sample)).findings())
                .filteredOn(finding -> finding.id().equals("esp-one-way"))
                .extracting(Finding::text)
                .anySatisfy(said -> assertThat(said).contains(text));
    }

    /** Nobody pastes all: of an SA that is not there nothing is known. */
    @ParameterizedTest
    @CsvSource({"counters-xfrm.txt, 18, 33", "counters-setkey.txt, 13, 23", "routeros-peers.txt, 3, 4"})
    void anSaOfOneDirectionAloneShowsNothing(String sample, int first, int last) {
        List<String> lines = new ArrayList<>(Reading.text(sample).lines().toList());
        lines.subList(first - 1, last).clear();
        lines.removeIf(line -> line.contains("tx-bytes"));
        assertThat(Worded.ids(Worded.report(String.join("\n", lines) + "\n"))).doesNotContain("esp-one-way");
    }

    @Test
    void countersOfBothWaysShowNone() {
        String both = Reading.text("counters-netsh.txt")
                .replace("Confidential Bytes Received : 0", "Confidential Bytes Received : 61,210")
                .replace("Authenticated Bytes Received: 0", "Authenticated Bytes Received: 90,120");
        assertThat(Worded.ids(Worded.report(both))).doesNotContain("esp-one-way");
    }
}
