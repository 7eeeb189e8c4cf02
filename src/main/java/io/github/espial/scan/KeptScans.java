package io.github.espial.scan;

import io.github.espial.dissect.UdpPairs;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;

/** Scans of captures from earlier runs: a capture of which there is one need not be read. */
public interface KeptScans {
    /** None are kept. */
    KeptScans NONE = new KeptScans() {
        @Override
        public Optional<CaptureScan> find(CaptureSource source, int place, TimeWindow window, UdpPairs known) {
            return Optional.empty();
        }

        @Override
        public void keep(CaptureSource source, TimeWindow window, UdpPairs known, CaptureScan scan) {
            // The next run reads the capture again.
        }
    };

    /**
     * What a scan of {@code source} in this place would give, or empty where it is not known.
     *
     * @param known UDP end points that carry ESP, known before the first frame is read
     */
    Optional<CaptureScan> find(CaptureSource source, int place, TimeWindow window, UdpPairs known);

    /** Takes a scan for later; the parameters are those that {@link #find} will be asked with. */
    void keep(CaptureSource source, TimeWindow window, UdpPairs known, CaptureScan scan);

    /**
     * What was opened of ESP in the capture in this place by whoever was ordered to, in a written form; empty where it is to
     * be read and opened here.
     *
     * @param order what is to be opened, in a written form
     */
    default Optional<ByteBuffer> opened(int place, Supplier<byte[]> order) {
        return Optional.empty();
    }

    /**
     * Removes, if that costs anything to keep, what has neither been found nor taken: scans of captures that are not there
     * any more, or of other parts of them, and what is left of a scan that was being written when the program was killed.
     *
     * @throws IOException when something cannot be removed
     */
    default void removeOthers() throws IOException {}
}
