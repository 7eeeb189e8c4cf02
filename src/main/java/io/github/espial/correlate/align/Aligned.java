package io.github.espial.correlate.align;

import java.util.List;

/**
 * What aligning both sides of a case told.
 *
 * @param flows which went where
 * @param alike for each SA and link that has some: how many pairs of hosts fit it, of which it is not told which went into it
 * @param leftOut packets that there was no room for
 * @param isGivenUp whether there was too much to be done, so that nothing is told
 */
public record Aligned(List<AlignedFlow> flows, List<Alike> alike, long leftOut, boolean isGivenUp) {
    public Aligned {
        flows = List.copyOf(flows);
        alike = List.copyOf(alike);
    }

    /**
     * Pairs of hosts that fit an SA as well as each other.
     *
     * @param sa as the report names it
     * @param pairs how many
     */
    public record Alike(String sa, int pairs) {}
}
