package io.github.espial.scan;

import io.github.espial.dissect.UdpPairs;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Takes the scans of a case's captures as they are made, the last of each, to be written by {@link ScansFile}. */
public final class TakenScans implements KeptScans {
    private final TreeMap<Integer, Taken> taken = new TreeMap<>();

    /** What came of taking a scan. */
    private interface Taken {
        ByteBuffer scan() throws IOException;
    }

    @Override
    public Optional<CaptureScan> find(CaptureSource source, int place, TimeWindow window, UdpPairs known) {
        return Optional.empty();
    }

    @Override
    public void keep(CaptureSource source, TimeWindow window, UdpPairs known, CaptureScan scan) {
        taken.put(scan.place(), taken(source, known, scan));
    }

    /**
     * All scans, in the order of the captures.
     *
     * @throws IOException where one is too large; the message names the capture
     */
    public List<ByteBuffer> scans() throws IOException {
        List<ByteBuffer> scans = new ArrayList<>();
        for (Taken one : taken.values()) {
            scans.add(one.scan());
        }
        return scans;
    }

    /** Written at once: whoever merges scans may change them afterwards. */
    private static Taken taken(CaptureSource source, UdpPairs known, CaptureScan scan) {
        try {
            ByteBuffer octets = ScansFile.scan(source, known, scan);
            return () -> octets;
        } catch (IOException e) {
            return () -> {
                throw new IOException(e.getMessage(), e);
            };
        }
    }
}
