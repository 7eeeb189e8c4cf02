package io.github.espial.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleCases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String TEXT = schemaText();
    private static final Schema SCHEMA = REGISTRY.getSchema(TEXT, InputFormat.JSON);

    /** The same without room for members that the schema does not describe. */
    private static final Schema CLOSED = REGISTRY.getSchema(
            TEXT.replace("\"additionalProperties\": true", "\"unevaluatedProperties\": false")
                    .replace("urn:espial:report:1", "urn:espial:report:closed"),
            InputFormat.JSON);

    static Stream<CaseReport> reports() {
        return Stream.of(
                SampleCases.misrouted(),
                SampleCases.misroutedPeers(3),
                SampleCases.undetermined(),
                SampleCases.healthyInTwoCaptures(),
                SampleCases.noIpsec(),
                SampleCases.says("\u001b[0m\u202e\n"),
                SampleCases.withAssociations(40),
                SampleCases.withTunnel("lac"));
    }

    @Test
    void isItselfASchema() {
        Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertThat(metaSchema.validate(TEXT, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void acceptsReports(CaseReport report) throws IOException {
        assertThat(SCHEMA.validate(json(report))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void describesEveryMemberOfReports(CaseReport report) throws IOException {
        assertThat(CLOSED.validate(json(report))).isEmpty();
    }

    @Test
    void leavesRoomForNewMembers() throws IOException {
        ObjectNode report = json(SampleCases.misrouted());
        report.put("new", 1);
        at(report, "/findings/0").put("new", "x");
        assertThat(SCHEMA.validate(report)).isEmpty();
        assertThat(CLOSED.validate(report)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}/{1} = {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                               | schema         | "espial/report/2"
            ''                               | verdict        | "broken"
            ''                               | verdict        | null
            ''                               | conclusion     | null
            ''                               | missing        | [null]
            ''                               | captures       | {}
            /tool                            | version        | 1
            /captures/0                      | compression    | "rar"
            /captures/0                      | frames         | -1
            /captures/0                      | frames         | 1.5
            /captures/0                      | sha256         | "0123"
            /captures/0                      | first          | "2026-10-31 12:00:00Z"
            /captures/0                      | first          | "2026-10-31T12:00:00+01:00"
            /captures/0                      | last           | "2026-13-31T12:00:00Z"
            /captures/0/interfaces/0         | name           | null
            /captures/0/problems             | +              | {"offset": 0, "frame": 0, "text": "x"}
            /captures/0/problems             | +              | {"offset": 0}
            /servers/0                       | macs           | ["00:0C:29:5E:10:0A"]
            /servers/0                       | addresses      | ["192.0.2.0/24"]
            /nextHops/0                      | mac            | "00-1b-21-aa-00-01"
            /nextHops/0                      | mac            | "00:1B:21:AA:00:01"
            /nextHops/0                      | roles          | ["Default gateway"]
            /peers/0/expectedNextHop         | confidence     | 1.5
            /peers/0/expectedNextHop         | address        | null
            /securityAssociations/0          | protocol       | "l2tp"
            /securityAssociations/0          | spi            | "0xCD1D3508"
            /securityAssociations/0          | spi            | "0x1"
            /securityAssociations/0          | spi            | 3441243400
            /securityAssociations/0          | direction      | "out"
            /securityAssociations/0          | mode           | "unkown"
            /securityAssociations/0          | cipher         | null
            /securityAssociations/0/links    | +              | {"frames": 1, "bytes": 1}
            /securityAssociations/0/links/0  | vlan           | 4096
            /securityAssociations/0/links/0  | destinationMac | "00:1b:21:AA:00:01"
            /flows                           | +              | {}
            /findings/0                      | id             | "EspWrongNextHop"
            /findings/0                      | severity       | "fatal"
            /findings/0                      | actualNextHop  | {}
            /findings/0                      | ongoing        | "yes"
            /findings/0                      | evidence       | []
            /findings/0/evidence/0           | frames         | [0]
            /findings/0/evidence/0           | frames         | [12, null]
            /findings/0/evidence/0           | displayFilter  | null
            /findings/0/fixes/0              | command        | ""
            """)
    void refusesValue(String pointer, String member, String value) throws IOException {
        ObjectNode report = json(SampleCases.misrouted());
        JsonNode parent = report.at(pointer);
        JsonNode wrong = MAPPER.readTree(value);
        if (parent instanceof ArrayNode list) {
            list.add(wrong);
        } else {
            ((ObjectNode) parent).set(member, wrong);
        }
        assertThat(refusals(report)).isNotEmpty().allMatch(place -> place.startsWith(pointer));
    }

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource(textBlock = """
            '',                       verdict
            '',                       flows
            /tool,                    version
            /captures/0,              bytes
            /captures/0,              last
            /peers/0/expectedNextHop, confidence
            /securityAssociations/0,  sequence
            /securityAssociations/0,  links
            /findings/0,              title
            /findings/0,              bytes
            /findings/0,              ongoing
            /findings/0/evidence/0,   capture
            /findings/0/evidence/0,   frames
            """)
    void refusesAMissingMember(String pointer, String member) throws IOException {
        ObjectNode report = json(SampleCases.misrouted());
        assertThat(at(report, pointer).remove(member)).isNotNull();
        assertThat(refusals(report)).isNotEmpty().allMatch(place -> place.startsWith(pointer));
    }

    private static List<String> refusals(JsonNode report) {
        return SCHEMA.validate(report).stream()
                .map(Error::getInstanceLocation)
                .map(Objects::toString)
                .toList();
    }

    private static ObjectNode at(ObjectNode report, String pointer) {
        return (ObjectNode) report.at(pointer);
    }

    private static ObjectNode json(CaseReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonReport("1.2.3").write(report, out);
        return (ObjectNode) MAPPER.readTree(out.toByteArray());
    }

    private static String schemaText() {
        try (InputStream in = JsonReport.class.getResourceAsStream("report-1.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
