package io.github.espial.live;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Where a running capture comes from: a stream of records of any format, until it is closed. */
public interface LiveSource extends Closeable {
    /** The records; waits where there are none yet. */
    InputStream octets();

    /**
     * Says why there is nothing more, if that is a fault.
     *
     * @throws IOException whose message is one line
     */
    default void throwIfFailed() throws IOException {}

    /** A stream that somebody else opened, and closes. */
    static LiveSource of(InputStream octets) {
        return new LiveSource() {
            @Override
            public InputStream octets() {
                return octets;
            }

            @Override
            public void close() {
                // Whoever reads it may be waiting in it: closing it would wait too.
            }
        };
    }
}
