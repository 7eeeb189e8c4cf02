package io.github.espial.spark;

import io.github.espial.batch.ticket.CasePlace;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A case as it travels.
 *
 * @param index among all of the batch, from 0
 * @param kind the name of a {@link CasePlace.Kind}
 * @param paths as they travel
 */
record ListedCase(int index, String id, String name, String kind, List<String> paths) implements Serializable {
    static ListedCase of(int index, CasePlace place) {
        List<String> paths = new ArrayList<>();
        place.paths().forEach(path -> paths.add(FileSystems.travelling(path)));
        return new ListedCase(index, place.id(), place.name(), place.kind().name(), paths);
    }

    /** Where it lies, as this process knows it. */
    CasePlace place(ClusterBatch batch) throws IOException {
        List<Path> known = new ArrayList<>();
        for (String path : paths) {
            known.add(batch.path(path));
        }
        return new CasePlace(id, name, CasePlace.Kind.valueOf(kind), known);
    }
}
