package io.github.espial.context.sophos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class SophosOutputsTest {
    @Test
    void readsTablesRulesAndSasOfTheShell() {
        ContextFile file = Reading.sample("sophos.txt");
        assertThat(InWords.routes(file))
                .contains(
                        "0.0.0.0/0 via 192.0.2.1 dev Port2 table 200",
                        "10.20.0.0/16 dev ipsec0 src 192.168.41.1 table 220");
        assertThat(file.entries().rules()).hasSize(6);
        assertThat(InWords.policies(file))
                .contains("OUT 192.168.41.0/24 10.20.0.0/16 192.0.2.10>203.0.113.9 TUNNEL 0xc5d6e7f8");
        assertThat(InWords.counts(file)).containsExactly("Branch-1-1 192.0.2.10>203.0.113.9 0 bytes in, 1440 out");
        assertThat(file.unread()).isEmpty();
        assertThat(file.problems()).isEmpty();
        assertThat(file.outputs()).extracting(ContextFile.Output::platform).containsOnly(Platform.LINUX, Platform.ANY);
    }
}
