package io.github.espial.bench;

import io.github.espial.capture.Frame;
import io.github.espial.capture.KeptFrames;
import io.github.espial.net.LinkTypes;
import java.util.Arrays;

/** Frames of a workload in memory, so that nothing but what is measured takes time. */
final class PreparedFrames {
    /** More than any cache of a branch predictor remembers, and little enough to stay in the caches of a processor. */
    static final int COUNT = 4096;

    private PreparedFrames() {}

    static Frame[] of(Workload workload) {
        Traffic traffic = new Traffic(workload.withFrames(COUNT));
        Frame[] frames = new Frame[COUNT];
        for (int i = 0; traffic.next(); i++) {
            frames[i] = KeptFrames.frame(LinkTypes.ETHERNET, Arrays.copyOf(traffic.octets(), traffic.length()));
        }
        return frames;
    }
}
