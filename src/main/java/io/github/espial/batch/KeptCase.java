package io.github.espial.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.RowReader;
import io.github.espial.batch.index.RowWriter;
import io.github.espial.bytes.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What a run leaves of a case for the next one, in {@code case.json} beside the reports.
 *
 * @param asked a digest of what was asked of the case, and by which version of the program
 * @param stamp of the input files; empty where they were too young for it to mean anything
 * @param content of the input files
 * @param reports what they were like when they were written
 * @param row of the index
 */
record KeptCase(String asked, String stamp, String content, ReportState reports, CaseRow row) {
    private static final String NAME = "case.json";
    private static final String SCHEMA = "espial/batch-case/3";
    private static final JsonFactory FACTORY = new JsonFactory();

    /** What was left in {@code folder}; what cannot be read counts as nothing. */
    static Optional<KeptCase> in(Path folder) {
        try (BufferedReader text = Files.newBufferedReader(folder.resolve(NAME), StandardCharsets.UTF_8);
                JsonParser json = FACTORY.createParser(text)) {
            return read(json);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // The case is diagnosed anew, and this replaced.
            return Optional.empty();
        }
    }

    /** Takes the mark away that the case is whole. */
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    void keepIn(Path folder) throws IOException {
        WholeFile.write(folder.resolve(NAME), file -> {
            try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                    JsonGenerator json = FACTORY.createGenerator(text)) {
                json.writeStartObject();
                json.writeStringField("schema", SCHEMA);
                json.writeStringField("asked", asked);
                json.writeStringField("stamp", stamp);
                json.writeStringField("content", content);
                json.writeStringField("written", reports.stamp());
                json.writeStringField("reports", reports.digest());
                json.writeStringField("sum", sum());
                json.writeFieldName("row");
                RowWriter.write(row, json);
                json.writeEndObject();
            }
        });
    }

    private static Optional<KeptCase> read(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Optional<CaseRow> row = Optional.empty();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (name.equals("row")) {
                row = Optional.of(RowReader.read(json));
            } else {
                texts.put(name, json.getText());
            }
        }
        return SCHEMA.equals(texts.get("schema"))
                ? row.map(found -> new KeptCase(
                                texts.getOrDefault("asked", ""),
                                texts.getOrDefault("stamp", ""),
                                texts.getOrDefault("content", ""),
                                new ReportState(texts.getOrDefault("written", ""), texts.getOrDefault("reports", "")),
                                found))
                        .filter(kept -> kept.sum().equals(texts.get("sum")))
                : Optional.empty();
    }

    /** SHA-256 of all else: a record that was altered, or cut short and mended, is none. */
    private String sum() {
        String all = String.join("\n", asked, stamp, content, reports.stamp(), reports.digest(), RowWriter.line(row));
        return HexFormat.of().formatHex(Sha256.create().digest(all.getBytes(StandardCharsets.UTF_8)));
    }
}
