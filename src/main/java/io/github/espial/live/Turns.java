package io.github.espial.live;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is: of whoever takes frames, or of whoever looks at what was seen of them. The reader passes its turn
 * while it waits for octets, so that no frame costs a lock.
 */
final class Turns {
    /** Fair, as a reader that never has to wait would keep everybody else out. */
    private final ReentrantLock turn = new ReentrantLock(true);

    void take() {
        turn.lock();
    }

    void pass() {
        turn.unlock();
    }

    /** {@code octets} for a reader that has its turn: passes it for as long as it takes to get some. */
    InputStream passing(InputStream octets) {
        return new Passing(octets);
    }

    private final class Passing extends FilterInputStream {
        Passing(InputStream octets) {
            super(octets);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            pass();
            try {
                return super.read(into, start, length);
            } finally {
                take();
            }
        }
    }
}
