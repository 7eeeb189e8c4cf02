package io.github.espial.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Found;
import io.github.espial.batch.index.RowReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the run before told of each case, so that trouble that is new can be told from what everybody knows. Of a first
 * run, and where the index of the last one cannot be read, all is new.
 */
public final class EarlierRun {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, Known> cases = new HashMap<>();

    private EarlierRun() {}

    /** What was known of a case: its findings, by what, whose and where to, and whether it failed. */
    private record Known(Set<String> findings, boolean isFailed) {}

    /** What {@code index.jsonl} tells. */
    static EarlierRun of(Path index) {
        EarlierRun earlier = new EarlierRun();
        try (BufferedReader lines = Files.newBufferedReader(index, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try (JsonParser json = FACTORY.createParser(line)) {
                    json.nextToken();
                    earlier.add(RowReader.read(json));
                }
            }
        } catch (IOException unreadable) {
            // The index is this run's to write anew: nothing is lost but the knowledge of what is not new.
            earlier.cases.clear();
        }
        return earlier;
    }

    private void add(CaseRow row) {
        Set<String> findings = new HashSet<>();
        row.diagnosed().ifPresent(diagnosed -> diagnosed.findings().forEach(found -> findings.add(keyOf(found))));
        cases.put(row.name().id(), new Known(findings, row.failed().isPresent()));
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

    private static String keyOf(Found found) {
        return found.id() + " " + found.severity() + " " + found.partner() + " " + found.gateway();
    }
}
