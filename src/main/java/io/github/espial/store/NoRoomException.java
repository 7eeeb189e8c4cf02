package io.github.espial.store;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that does not take what must be unpacked; the message is one line that names it and says why. */
public final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1;

    /** What went wrong when something was written into {@code folder}. */
    public NoRoomException(Path folder, IOException cause) {
        super(folder + ": nothing can be unpacked there: " + cause.getMessage(), cause);
    }
}
