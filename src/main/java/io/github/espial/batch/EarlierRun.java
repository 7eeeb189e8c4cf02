package io.github.espial.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Found;
import io.github.espial.batch.index.RowReader;
import io.github.espial.batch.index.RunNote;
import io.github.espial.diagnose.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the run before told of each case, so that trouble that is new can be told from what everybody knows. Of a first
 * run, and where nothing of the last one can be read, all is new. A run that was cut short told nobody anything: what
 * counts is the last one that came to its end.
 */
public final class EarlierRun {
    /** What a run leaves for the next one: when it ended, and a line for each case. */
    static final String FILE = ".espial.run";

    private static final String SCHEMA = "espial/run/1";
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<String, Known> cases = new HashMap<>();
    private String ended = "";

    private EarlierRun() {}

    /** What was known of a case: its findings, by what, whose and where to, and whether it failed. */
    private record Known(Set<String> findings, boolean isFailed) {}

    /** What the run before left in {@code out}; where it left nothing, what {@code index} tells. */
    static EarlierRun of(Path out, Path index) {
        EarlierRun earlier = new EarlierRun();
        Path left = out.resolve(FILE);
        boolean isLeft = Files.exists(left);
        try (BufferedReader lines = Files.newBufferedReader(isLeft ? left : index, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try (JsonParser json = FACTORY.createParser(line)) {
                    json.nextToken();
                    if (isLeft) {
                        earlier.read(json);
                    } else {
                        earlier.add(RowReader.read(json));
                    }
                }
            }
        } catch (IOException unreadable) {
            // The file is this run's to write anew: nothing is lost but the knowledge of what is not new.
            earlier.cases.clear();
            earlier.ended = "";
        }
        return earlier;
    }

    private void read(JsonParser json) throws IOException {
        String name = "";
        boolean isFailed = false;
        Set<String> findings = new HashSet<>();
        for (String member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (member) {
                case "ended" -> ended = json.getText();
                case "case" -> name = json.getText();
                case "failed" -> isFailed = value == JsonToken.VALUE_TRUE;
                case "findings" -> {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        findings.add(json.getText());
                    }
                }
                default -> json.skipChildren();
            }
        }
        if (!name.isEmpty()) {
            cases.put(name, new Known(findings, isFailed));
        }
    }

    private void add(CaseRow row) {
        cases.put(
                row.name().id(),
                new Known(new HashSet<>(keysOf(row)), row.failed().isPresent()));
    }

    /** Leaves for the next run what this one told, which came to its end at {@code now}. */
    static void keep(List<CaseRow> rows, Instant now, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("{\"schema\":\"" + SCHEMA + "\",\"ended\":\"" + told(now) + "\"}\n");
            for (CaseRow row : rows) {
                StringWriter line = new StringWriter();
                try (JsonGenerator json = FACTORY.createGenerator(line)) {
                    json.writeStartObject();
                    json.writeStringField("case", row.name().id());
                    json.writeBooleanField("failed", row.failed().isPresent());
                    json.writeArrayFieldStart("findings");
                    for (String key : keysOf(row)) {
                        json.writeString(key);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                }
                out.write(line + "\n");
            }
        }
    }

    /** When the run before ended, in UTC; empty where that is not known. */
    public String ended() {
        return ended;
    }

    /** A time as the index tells it. */
    static String told(Instant time) {
        return MINUTES.format(time);
    }

    /** What the page of the index says of a run that began at {@code began}. */
    RunNote note(List<CaseRow> rows, Instant began, boolean isWhole) {
        Map<String, List<String>> news = new LinkedHashMap<>();
        for (CaseRow row : rows) {
            List<String> ofCase = newsOf(row);
            if (!ended.isEmpty() && !ofCase.isEmpty()) {
                news.put(row.name().id(), ofCase);
            }
        }
        return new RunNote(told(began), ended, isWhole, news);
    }

    private List<String> newsOf(CaseRow row) {
        List<String> news = new ArrayList<>();
        if (isNewlyFailed(row)) {
            news.add(RunNote.FAILED);
        }
        row.diagnosed()
                .ifPresent(diagnosed -> diagnosed.findings().forEach(found -> {
                    if (found.severity() != Severity.INFO && isNew(row, found) && !news.contains(found.id())) {
                        news.add(found.id());
                    }
                }));
        return news;
    }

    /** Whether the run before did not have {@code found} of that case. */
    public boolean isNew(CaseRow row, Found found) {
        Known known = cases.get(row.name().id());
        return known == null || !known.findings.contains(keyOf(found));
    }

    /** Whether the case, which failed, had not failed in the run before. */
    public boolean isNewlyFailed(CaseRow row) {
        Known known = cases.get(row.name().id());
        return row.failed().isPresent() && (known == null || !known.isFailed);
    }

    private static List<String> keysOf(CaseRow row) {
        List<String> keys = new ArrayList<>();
        row.diagnosed().ifPresent(diagnosed -> diagnosed.findings().forEach(found -> keys.add(keyOf(found))));
        return keys;
    }

    private static String keyOf(Found found) {
        return found.id() + " " + found.severity() + " " + found.partner() + " " + found.gateway();
    }
}
