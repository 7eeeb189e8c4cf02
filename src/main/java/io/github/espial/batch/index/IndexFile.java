package io.github.espial.batch.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One file of the index. */
public interface IndexFile {
    /** Its name in the folder of the index. */
    String name();

    /**
     * Writes {@code rows} to {@code file}, which does not exist yet. The same rows make the same octets.
     *
     * @throws IOException when that fails; the message is fit for a user
     */
    void write(List<CaseRow> rows, Path file) throws IOException;
}
