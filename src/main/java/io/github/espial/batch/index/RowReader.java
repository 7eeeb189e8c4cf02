package io.github.espial.batch.index;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.espial.diagnose.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link RowWriter} wrote. */
public final class RowReader {
    private final JsonParser json;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private final List<Found> findings = new ArrayList<>();

    private RowReader(JsonParser json) {
        this.json = json;
    }

    /**
     * The row that begins where {@code json} stands.
     *
     * @throws IOException when it is none
     */
    public static CaseRow read(JsonParser json) throws IOException {
        RowReader reader = new RowReader(json);
        reader.members();
        if (!reader.text("schema").equals(RowWriter.SCHEMA)) {
            throw new IOException("no row of schema " + RowWriter.SCHEMA);
        }
        return reader.row();
    }

    /**
     * The row that {@link RowWriter#line} wrote.
     *
     * @throws IOException when it is none
     */
    public static CaseRow of(String line) throws IOException {
        try (JsonParser json = RowWriter.FACTORY.createParser(line)) {
            json.nextToken();
            return read(json);
        }
    }

    private void members() throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals("findings")) {
                expect(value, JsonToken.START_ARRAY);
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    findings.add(found());
                }
            } else if (value == JsonToken.START_ARRAY) {
                lists.put(name, list());
            } else {
                texts.put(name, json.getText());
            }
        }
    }

    private List<String> list() throws IOException {
        List<String> values = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            values.add(json.getText());
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
        return values;
    }

    private Found found() throws IOException {
        Map<String, String> members = new HashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            members.put(name, json.getText());
        }
        return new Found(
                members.getOrDefault("id", ""),
                severity(members.getOrDefault("severity", "")),
                members.getOrDefault("title", ""),
                members.getOrDefault("partner", ""),
                members.getOrDefault("gateway", ""));
    }

    private static Severity severity(String text) throws IOException {
        return Arrays.stream(Severity.values())
                .filter(one -> one.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IOException("no severity: " + text));
    }

    private CaseRow row() throws IOException {
        CaseName name = new CaseName(text("case"), text("ticket"), text("title"), text("customer"), text("notes"));
        return new CaseRow(name, outcome(), list("remarks"), list("reports"));
    }

    private CaseOutcome outcome() throws IOException {
        if (texts.containsKey("failure")) {
            Failed.Kind kind = Arrays.stream(Failed.Kind.values())
                    .filter(one -> one.toString().equals(text("failure")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no kind of failure: " + text("failure")));
            return new Failed(kind, text("reason"));
        }
        return new Diagnosed(
                text("verdict"),
                text("conclusion"),
                new Diagnosed.Extent(
                        Math.toIntExact(number("captures")),
                        number("frames"),
                        number("bytes"),
                        text("first"),
                        text("last")),
                new Diagnosed.Parties(list("servers"), list("partners"), list("gateways")),
                findings);
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    private List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    private long number(String name) throws IOException {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new IOException(name + " is no number: " + text(name), e);
        }
    }

    private static void expect(JsonToken found, JsonToken expected) throws IOException {
        if (found != expected) {
            throw new IOException("expected " + expected + ", found " + found);
        }
    }
}
