package io.github.espial.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleCases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void beginsWithWhatTheReportIsAndWhatItSays() throws IOException {
        assertThat(text(SampleCases.misrouted()))
                .startsWith("""
                {
                  "schema": "espial/report/1",
                  "tool": {
                    "name": "espial",
                    "version": "1.2.3"
                  },
                  "verdict": "misrouted",
                  "conclusion": "ESP for 198.51.100.20 left for 192.0.2.1 (00:1b:21:aa:00:01); its next hop is \
                192.0.2.254 (00:1b:21:bb:00:fe).",
                  "missing": [],
                  "proof": [],
                  "statements": [],
                  "captures": [
                    {
                      "file": "case/capture.pcap",
                """)
                .endsWith("}\n")
                .doesNotContain("\r", "\t", "null");
    }

    @Test
    void hasItsMembersInTheOrderOfTheInterface() throws IOException {
        JsonNode report = json(SampleCases.misrouted());
        assertThat(names(report))
                .containsExactly(
                        "schema",
                        "tool",
                        "verdict",
                        "conclusion",
                        "missing",
                        "proof",
                        "statements",
                        "captures",
                        "servers",
                        "nextHops",
                        "peers",
                        "securityAssociations",
                        "flows",
                        "l2tpTunnels",
                        "ikeSas",
                        "findings",
                        "groups");
        assertThat(names(json(SampleCases.noIpsec()))).isEqualTo(names(report));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /captures/0                     | file format compression bytes sha256 frames first last truncatedFrames \
            malformedFrames interfaces problems
            /captures/0/interfaces/0        | id name linkType snapLength frames
            /servers/0                      | macs addresses evidence
            /nextHops/0                     | mac addresses interface roles evidence
            /peers/0                        | address expectedNextHop evidence
            /peers/0/expectedNextHop        | mac address confidence
            /peers/0/evidence/0             | kind text weight
            /securityAssociations/0         | protocol encapsulation source destination spi direction mode frames \
            bytes first last sequence links
            /securityAssociations/0/sequence | lowest highest missing duplicate late
            /securityAssociations/0/links/0 | sourceMac destinationMac frames bytes first last
            /findings/0                     | id severity confidence title text peer spis actualNextHop \
            expectedNextHop frames bytes first last ongoing evidence fixes
            /findings/0/evidence/1          | kind text weight capture frames displayFilter
            /findings/0/fixes/0             | platform command text
            """)
    void hasTheMembersOfItsPartsInThatOrderToo(String pointer, String members) throws IOException {
        assertThat(names(json(SampleCases.misrouted()).at(pointer))).containsExactly(members.split(" ", -1));
    }

    @Test
    void tellsWhatCapturesAre() throws IOException {
        assertMember(SampleCases.misrouted(), "/captures", """
                [{"file": "case/capture.pcap", "format": "pcap", "compression": "none", "bytes": 123456,
                  "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "frames": 1019,
                  "first": "2026-10-31T12:00:00.000000Z", "last": "2026-10-31T12:00:10.000000Z",
                  "truncatedFrames": 0, "malformedFrames": 3,
                  "interfaces": [{"id": 0, "name": "eth0", "linkType": "ethernet", "snapLength": 262144, "frames": 1019}],
                  "problems": []}]""");
    }

    @Test
    void leavesOutWhatIsNotKnown() throws IOException {
        assertMember(SampleCases.undetermined(), "/captures", """
                [{"file": "any.pcapng.gz", "format": "pcapng", "compression": "gzip", "bytes": 99, "frames": 5,
                  "truncatedFrames": 2, "malformedFrames": 0,
                  "interfaces": [{"id": 0, "linkType": "linux-sll2", "snapLength": 0, "frames": 5}],
                  "problems": [{"offset": 24, "text": "a block of an unknown kind"},
                               {"offset": 880, "frame": 6, "text": "ends in the middle of a record"}]}]""");
        assertMember(SampleCases.undetermined(), "/securityAssociations", """
                [{"protocol": "ah", "encapsulation": "none", "source": "192.0.2.10", "destination": "198.51.100.20",
                  "spi": "0x00000100", "direction": "transit", "mode": "unknown", "frames": 5, "bytes": 500,
                  "sequence": {"lowest": 1, "highest": 9}, "links": []}]""");
        assertMember(SampleCases.undetermined(), "/findings", """
                [{"id": "no-link-addresses", "severity": "warning", "title": "No destination MACs",
                  "text": "5 IPsec frames have no destination MAC", "spis": [],
                  "evidence": [{"kind": "link-type", "text": "linux-sll2 holds no destination MAC",
                                "frames": []}],
                  "fixes": []}]""");
    }

    @Test
    void tellsWhoIsWho() throws IOException {
        assertMember(SampleCases.misrouted(), "/servers", """
                [{"macs": ["00:0c:29:5e:10:0a"], "addresses": ["192.0.2.10"], "evidence": ["sends ESP"]}]""");
        assertMember(SampleCases.misrouted(), "/nextHops", """
                [{"mac": "00:1b:21:aa:00:01", "addresses": ["192.0.2.1"], "interface": "eth0",
                  "roles": ["default-gateway"], "evidence": ["takes packets for 9 networks"]}]""");
    }

    @Test
    void roundsWithoutMakingCertainWhatIsNot() throws IOException {
        assertMember(SampleCases.misrouted(), "/peers", """
                [{"address": "198.51.100.20",
                  "expectedNextHop": {"mac": "00:1b:21:bb:00:fe", "address": "192.0.2.254", "confidence": 0.9999},
                  "evidence": [
                    {"kind": "ike-next-hop", "weight": 4.0, "text":
                     "IKE to 198.51.100.20 goes to 192.0.2.254 (00:1b:21:bb:00:fe) and is answered (3 frames)"},
                    {"kind": "unanswered", "weight": -1.26, "text": "no answer from 198.51.100.20 arrives"}]}]""");
    }

    @Test
    void tellsTheLinksOfAnSa() throws IOException {
        assertMember(SampleCases.misrouted(), "/securityAssociations", """
                [{"protocol": "esp", "encapsulation": "none", "source": "192.0.2.10", "destination": "198.51.100.20",
                  "spi": "0xcd1d3508", "direction": "outbound", "mode": "unknown", "frames": 39, "bytes": 6942,
                  "first": "2026-10-31T12:00:00.100123Z", "last": "2026-10-31T12:00:09.000000Z",
                  "sequence": {"lowest": 1, "highest": 40, "missing": 1, "duplicate": 0, "late": 0},
                  "links": [{"sourceMac": "00:0c:29:5e:10:0a", "destinationMac": "00:1b:21:aa:00:01",
                             "frames": 39, "bytes": 6942,
                             "first": "2026-10-31T12:00:00.100123Z", "last": "2026-10-31T12:00:09.000000Z"}]}]""");
    }

    @Test
    void namesALinkOnceHoweverManyCapturesShowIt() throws IOException {
        assertMember(SampleCases.healthyInTwoCaptures(), "/securityAssociations/0/links", """
                [{"sourceMac": "00:0c:29:5e:10:0a", "destinationMac": "00:1b:21:bb:00:fe", "vlan": 120,
                  "frames": 7, "bytes": 700,
                  "first": "2026-10-31T12:00:00.000000000Z", "last": "2026-10-31T12:00:03.000000000Z"}]""");
        JsonNode association = json(SampleCases.healthyInTwoCaptures()).at("/securityAssociations/0");
        assertThat(association.get("encapsulation").asText()).isEqualTo("udp");
        assertThat(association.get("source").asText()).isEqualTo("2001:db8::10");
        assertThat(association.get("spi").asText()).isEqualTo("0xffffffff");
        assertThat(association.get("direction").asText()).isEqualTo("inbound");
    }

    @Test
    void tellsOfL2tpTunnels() throws IOException {
        assertMember(SampleCases.withTunnel("lac"), "/l2tpTunnels", """
                [{"ends": [{"address": "192.0.2.10", "tunnelId": 43037, "hostName": "lac", "vendorName": "Microsoft"},
                           {"address": "198.51.100.20"}],
                  "initiator": "192.0.2.10", "protected": true, "spis": ["0xcd1d3508"], "state": "established",
                  "hellos": 2, "hiddenMessages": 1, "brokenMessages": 3, "frames": 30, "bytes": 3000,
                  "first": "2026-10-31T12:00:00.000000Z", "last": "2026-10-31T12:00:02.000000Z",
                  "sessions": [
                    {"ids": [{"end": "192.0.2.10", "sessionId": 60168}, {"end": "198.51.100.20", "sessionId": 14406}],
                     "caller": "192.0.2.10", "call": "incoming", "callingNumber": "5550100", "calledNumber": "5550199",
                     "state": "closed",
                     "closed": {"by": "198.51.100.20", "resultCode": 2, "result": "a general error", "errorCode": 4,
                                "error": "resources are lacking", "message": "lac"},
                     "frames": 30, "bytes": 3000,
                     "first": "2026-10-31T12:00:00.000000Z", "last": "2026-10-31T12:00:02.000000Z",
                     "ppp": {"state": "terminated",
                             "authentication": {"method": "MS-CHAPv2", "outcome": "failed", "errorNumber": 691,
                                                "error": "wrong name or password"},
                             "addresses": [{"end": "192.0.2.10", "address": "10.20.50.10"}],
                             "encryption": "MPPE 128 bit", "packetFrames": 5, "opaqueFrames": 7}}]}]""");
    }

    @Test
    void givesEachCaptureItsOwnResolution() throws IOException {
        JsonNode report = json(SampleCases.healthyInTwoCaptures());
        assertThat(report.at("/captures/0/last").asText()).isEqualTo("2026-10-31T12:00:10.000000Z");
        assertThat(report.at("/captures/1/last").asText()).isEqualTo("2026-10-31T12:00:10.000000001Z");
    }

    @Test
    void tellsAFindingWithEvidenceAndRemedy() throws IOException {
        assertMember(SampleCases.misrouted(), "/findings", """
                [{"id": "esp-wrong-next-hop", "severity": "error", "confidence": 0.9877,
                  "title": "ESP for 198.51.100.20 leaves for the wrong next hop",
                  "text": "39 frames of ESP for 198.51.100.20 left for the default gateway 192.0.2.1 \
                (00:1b:21:aa:00:01); its proper next hop is 192.0.2.254 (00:1b:21:bb:00:fe)",
                  "peer": "198.51.100.20", "spis": ["0xcd1d3508"],
                  "actualNextHop": {"mac": "00:1b:21:aa:00:01", "address": "192.0.2.1"},
                  "expectedNextHop": {"mac": "00:1b:21:bb:00:fe", "address": "192.0.2.254"},
                  "frames": 39, "bytes": 6942,
                  "first": "2026-10-31T12:00:00.100123Z", "last": "2026-10-31T12:00:09.000000Z", "ongoing": true,
                  "evidence": [
                    {"kind": "esp-next-hop", "text": "39 frames of ESP were handed to the gateway",
                     "capture": 0, "frames": [21, 940], "displayFilter": "esp.spi == 0xcd1d3508"},
                    {"kind": "ike-next-hop", "text":
                     "IKE to 198.51.100.20 goes to 192.0.2.254 (00:1b:21:bb:00:fe) and is answered (3 frames)",
                     "weight": 4.0, "capture": 0, "frames": [12, 14],
                     "displayFilter": "isakmp && eth.dst == 00:1b:21:bb:00:fe"},
                    {"kind": "unanswered", "text": "no answer from 198.51.100.20 arrives", "weight": -1.26,
                     "capture": 0, "frames": [21]}],
                  "fixes": [
                    {"platform": "windows", "command": "route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254",
                     "text": "outlasts a restart"},
                    {"platform": "any", "text": "a routed tunnel interface needs no such route"}]}]""");
    }

    @Test
    void tellsByWhatEvidenceAllGoesRight() throws IOException {
        assertMember(SampleCases.healthyInTwoCaptures(), "/proof", """
                [{"peer": "2001:db8:ffff::20", "nextHop": {"mac": "00:1b:21:bb:00:fe", "address": "192.0.2.254"},
                  "spis": ["0xffffffff"], "frames": 3, "bytes": 300,
                  "first": "2026-10-31T12:00:00.000000000Z", "last": "2026-10-31T12:00:02.000000000Z", "answered": 4,
                  "confidence": 0.982,
                  "evidence": [{"kind": "ike-next-hop", "text": "IKE goes the same way", "weight": 4.0,
                                "capture": 1, "frames": [9, 14]}]}]""");
    }

    @Test
    void keepsTheFramesOfOneCaptureWhenEvidenceHasSeveral() throws IOException {
        assertMember(SampleCases.healthyInTwoCaptures(), "/findings/0/evidence", """
                [{"kind": "ike-next-hop", "text": "IKE goes the same way", "weight": 4.0,
                  "capture": 1, "frames": [9, 14]}]""");
    }

    @Test
    void escapesWhatATerminalWouldObey() throws IOException {
        CaseReport hostile = SampleCases.says("\u001b]0;x\u0007 \u009b31m \u202e \u007f \" \\ \u00e9 \ud83d\ude80");
        assertThat(text(hostile))
                .contains("\\u001B]0;x\\u0007 \\u009b31m \\u202e \\u007F \\\" \\\\ \u00e9 \ud83d\ude80")
                .doesNotContain("\u001b", "\u009b", "\u202e", "\u007f");
        assertThat(json(hostile).get("conclusion").asText())
                .isEqualTo("\u001b]0;x\u0007 \u009b31m \u202e \u007f \" \\ \u00e9 \ud83d\ude80");
    }

    @Test
    void writesUtf8EvenOfHalfASurrogatePair() throws IOException {
        assertThat(json(SampleCases.says("a\ud800b")).get("conclusion").asText())
                .isEqualTo("a?b");
    }

    @Test
    void writesTheSameOctetsAgainAndLeavesTheStreamOpen() throws IOException {
        List<String> events = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                events.add("closed");
            }
        };
        new JsonReport("1.2.3").write(SampleCases.misrouted(), out);
        assertThat(events).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text(SampleCases.misrouted()));
    }

    private static void assertMember(CaseReport report, String pointer, String expected) throws IOException {
        JsonNode actual = json(report).at(pointer);
        JsonNode wanted = MAPPER.readTree(expected);
        assertThat(actual).isEqualTo(wanted);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(CaseReport report) throws IOException {
        return MAPPER.readTree(text(report));
    }

    private static String text(CaseReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonReport("1.2.3").write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
