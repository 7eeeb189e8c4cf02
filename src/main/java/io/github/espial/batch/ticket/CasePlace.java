package io.github.espial.batch.ticket;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a case lies.
 *
 * @param id names the folder of its reports: portable, and no other case of the batch has it
 * @param name of its folder or file, as messages show it
 * @param kind what lies there
 * @param paths one; several where a capture was written in turns
 */
public record CasePlace(String id, String name, Kind kind, List<Path> paths) {
    public CasePlace {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("a case that lies nowhere: " + id);
        }
    }

    /** What a case lies in. */
    public enum Kind {
        /** A folder with all that belongs to the case. */
        FOLDER,
        /** An archive with all that belongs to it. */
        ARCHIVE,
        /** A capture, or the turns of one. */
        CAPTURE
    }
}
