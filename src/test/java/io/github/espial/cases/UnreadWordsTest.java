package io.github.espial.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.UnreadText;
import io.github.espial.store.DecompressionLimit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not read is said. */
class UnreadWordsTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "[admin@HQ] > /system resource print, RouterOS output",
        "SonicOS Enhanced 6.5.4, SonicOS output",
        "'console> show vpn connection status', output of a Sophos firewall",
        "FGT-A # get system status, FortiOS output",
        "'{\"verdict\": 1}', JSON",
        "'Frame 1: 150 bytes on wire (1200 bits)', 'packets in detail, as tshark -V prints them'",
        "'0000  00 1b 21 aa 00 01 00 1b 21 bb', a hex dump of packets",
        "'0x0000:  4500 0054 1234 4000 4001', a hex dump of packets",
    })
    void aTextThatNoParserKnowsIsCalledWhatItIs(String text, String kind) {
        assertThat(UnreadText.describe(text.getBytes(StandardCharsets.UTF_8))).contains(kind);
    }

    @Test
    void nothingIsSaidOfTextThatNamesNothing() {
        assertThat(UnreadText.describe("meet at ten, bring coffee".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aFileBesideOthersIsDescribed() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "default via 192.0.2.1 dev eth0\n");
        Files.writeString(folder.resolve("b.txt"), "[admin@HQ] > /system resource print\nuptime: 3d\n");
        Intake intake = new Intake(DecompressionLimit.USUAL);
        intake.add(folder, "case");
        assertThat(intake.files().others())
                .extracting(CaseFiles.Other::reason)
                .singleElement()
                .asString()
                .isEqualTo("case/b.txt: RouterOS output, not read: no part of it is of a form that Espial knows");
    }

    @Test
    void linesBetweenOutputsAreNamedAndPromptsAreNot() throws Exception {
        Files.writeString(folder.resolve("a.txt"), """
                FGT-A # get router info routing-table all
                Routing table for VRF=0
                C       192.0.2.0/24 is directly connected, port1

                FGT-A # get system performance status
                CPU states: 1% user
                Memory: 50%

                root@srv:~# ip route
                default via 192.0.2.1 dev eth0
                """);
        Intake intake = new Intake(DecompressionLimit.USUAL);
        intake.add(folder, "case");
        assertThat(intake.files().contexts().get(0).unread())
                .map(range -> range.first() + "-" + range.last())
                .containsExactly("6-7");
    }

    /** Names of fields with dots look like those of Windows. */
    @Test
    void packetsInDetailAreNoWords() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "default via 192.0.2.1 dev eth0\n");
        Files.writeString(folder.resolve("v.txt"), """
                Frame 1: 70 bytes on wire (560 bits), 70 bytes captured (560 bits) on interface eth0, id 0
                Ethernet II, Src: 62:ab:40:b7:71:de, Dst: 33:33:00:00:00:02
                        .... ..1. .... .... .... .... = LG bit: Locally administered address (this is NOT the factory default)
                        .... 0000 0000 0000 0000 0000 = Flow Label: 0x00000
                """);
        Intake intake = new Intake(DecompressionLimit.USUAL);
        intake.add(folder, "case");
        assertThat(intake.files().contexts()).hasSize(1);
        assertThat(intake.files().others())
                .extracting(CaseFiles.Other::reason)
                .singleElement()
                .asString()
                .contains("packets in detail", "not read");
    }
}
