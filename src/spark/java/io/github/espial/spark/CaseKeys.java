package io.github.espial.spark;

import io.github.espial.batch.BatchOptions;
import io.github.espial.batch.ticket.CaseIntake;
import io.github.espial.batch.ticket.CasePlace;
import io.github.espial.correlate.KeysAndPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys of the cases whose captures this process opened last: it may open hundreds of pieces of one, and reads the files of
 * the case once. Keys travel in no other way than in these files. Thread-safe.
 */
final class CaseKeys {
    /** Cases; those whose pieces are opened at the same time. */
    private static final int MOST = 8;

    private final Map<String, KeysAndPolicies> keys = new LinkedHashMap<>(16, 0.75f, true);

    /** @param stamp tells what the files of the case are like */
    synchronized KeysAndPolicies of(BatchOptions options, CasePlace place, String stamp) throws IOException {
        String name = place.id() + " " + stamp;
        KeysAndPolicies known = keys.get(name);
        if (known == null) {
            known = read(options, place);
            keys.put(name, known);
            if (keys.size() > MOST) {
                keys.remove(keys.keySet().iterator().next());
            }
        }
        return known;
    }

    private static KeysAndPolicies read(BatchOptions options, CasePlace place) throws IOException {
        Path work = Files.createTempDirectory("espial-");
        try {
            return KeysAndPolicies.of(CaseIntake.read(
                            place,
                            options.limits().decompressed(),
                            options.limits().octets(),
                            work.resolve("unpacked"))
                    .files()
                    .contexts());
        } finally {
            Publication.remove(work);
        }
    }
}
