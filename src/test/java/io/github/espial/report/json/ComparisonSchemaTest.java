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
import io.github.espial.compare.Comparison;
import io.github.espial.report.SampleComparisons;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String TEXT = schemaText();
    private static final Schema SCHEMA = REGISTRY.getSchema(TEXT, InputFormat.JSON);

    /** The same without room for members that the schema does not describe. */
    private static final Schema CLOSED = REGISTRY.getSchema(
            TEXT.replace("\"additionalProperties\": true", "\"unevaluatedProperties\": false")
                    .replace("urn:espial:comparison:1", "urn:espial:comparison:closed"),
            InputFormat.JSON);

    static List<Comparison> comparisons() {
        return SampleComparisons.all();
    }

    @Test
    void isItselfASchema() {
        Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertThat(metaSchema.validate(TEXT, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void acceptsComparisons(Comparison comparison) throws IOException {
        assertThat(SCHEMA.validate(json(comparison))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void describesEveryMemberOfComparisons(Comparison comparison) throws IOException {
        assertThat(CLOSED.validate(json(comparison))).isEmpty();
    }

    @Test
    void leavesRoomForNewMembers() throws IOException {
        ObjectNode comparison = json(SampleComparisons.partlyMended());
        at(comparison, "/peers/0/before").put("new", 1);
        assertThat(SCHEMA.validate(comparison)).isEmpty();
        assertThat(CLOSED.validate(comparison)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}/{1} = {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                 | schema     | "espial/report/1"
            ''                                 | verdict    | "healthy"
            ''                                 | verdict    | "partly-mended"
            ''                                 | conclusion | ""
            ''                                 | missing    | [null]
            /before                            | verdict    | "mended"
            /before/captures/0                 | frames     | -1
            /before/captures/0                 | sha256     | "0123"
            /after/captures/0                  | first      | "2026-10-31 12:00:00Z"
            /peers/0                           | address    | "198.51.100.0/24"
            /peers/0                           | verdict    | null
            /peers/0                           | before     | null
            /peers/0/before                    | routing    | "right"
            /peers/0/before/nextHops           | +          | {"routing": "wrong", "frames": 1, "spis": []}
            /peers/0/before/nextHops/0         | mac        | "00-1b-21-aa-00-01"
            /peers/0/before/nextHops/0         | spis       | ["0x1"]
            /peers/0/after/received            | frames     | "12"
            /peers/0/networks/0                | network    | "10.20.0.0"
            /peers/0/networks/0/after          | routing    | "cannot tell"
            /peers/0/networks/0/after/nextHops | +          | {}
            /findings/0                        | change     | "new"
            /findings/0                        | id         | "EspWrongNextHop"
            /findings/0                        | severity   | "fatal"
            """)
    void refusesValue(String pointer, String member, String value) throws IOException {
        ObjectNode comparison = json(SampleComparisons.partlyMended());
        JsonNode parent = comparison.at(pointer);
        JsonNode wrong = MAPPER.readTree(value);
        if (parent instanceof ArrayNode list) {
            list.add(wrong);
        } else {
            ((ObjectNode) parent).set(member, wrong);
        }
        assertThat(refusals(comparison)).isNotEmpty().allMatch(place -> place.startsWith(pointer));
    }

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource(textBlock = """
            '',                         verdict
            '',                         findings
            /tool,                      version
            /before,                    conclusion
            /peers/0,                   networks
            /peers/0/after,             received
            /peers/0/before/nextHops/0, frames
            /peers/0/networks/0,        before
            /findings/0,                title
            """)
    void refusesAMissingMember(String pointer, String member) throws IOException {
        ObjectNode comparison = json(SampleComparisons.partlyMended());
        assertThat(at(comparison, pointer).remove(member)).isNotNull();
        assertThat(refusals(comparison)).isNotEmpty().allMatch(place -> place.startsWith(pointer));
    }

    private static List<String> refusals(JsonNode comparison) {
        return SCHEMA.validate(comparison).stream()
                .map(Error::getInstanceLocation)
                .map(Objects::toString)
                .toList();
    }

    private static ObjectNode at(ObjectNode comparison, String pointer) {
        return (ObjectNode) comparison.at(pointer);
    }

    private static ObjectNode json(Comparison comparison) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonComparison("1.2.3").write(comparison, out);
        return (ObjectNode) MAPPER.readTree(out.toByteArray());
    }

    private static String schemaText() {
        try (InputStream in = JsonComparison.class.getResourceAsStream("comparison-1.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
