package io.github.espial.diagnose;

import io.github.espial.correlate.Flow;
import io.github.espial.correlate.OpenedSa;
import io.github.espial.correlate.shape.SaShape;
import java.util.List;

/**
 * What the SAs of a case carried.
 *
 * @param opened SAs that could be looked into
 * @param unopened SAs that could not be looked into though a key was given, and why; one sentence each
 * @param flows misrouted ones first, then those with more frames
 * @param shapes what SAs look like from outside; estimates
 */
public record InnerTraffic(List<OpenedSa> opened, List<String> unopened, List<Flow> flows, List<SaShape> shapes) {
    /** Nothing is known of it. */
    public static final InnerTraffic UNKNOWN = new InnerTraffic(List.of(), List.of(), List.of(), List.of());

    public InnerTraffic {
        opened = List.copyOf(opened);
        unopened = List.copyOf(unopened);
        flows = List.copyOf(flows);
        shapes = List.copyOf(shapes);
    }
}
