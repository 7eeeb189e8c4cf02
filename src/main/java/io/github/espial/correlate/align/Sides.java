package io.github.espial.correlate.align;

import java.util.ArrayList;
import java.util.List;

/**
 * Packets in the clear and ESP that are to be aligned, all by one clock.
 *
 * @param clear in order of time, owned by flows
 * @param pairOfFlow by flow: which pair of hosts it is between, from 0; negative where it is not to be aligned
 * @param pairs how many pairs there are
 * @param esp in order of time, owned by bins
 * @param wayOfBin by bin: from which host to which its SA leads, from 0
 * @param causalNanos least time from a packet to its ESP: below 0 by as much as time stamps are wrong
 */
record Sides(
        PacketColumns clear,
        List<Integer> pairOfFlow,
        int pairs,
        PacketColumns esp,
        List<Integer> wayOfBin,
        long causalNanos) {
    Sides {
        pairOfFlow = List.copyOf(pairOfFlow);
        wayOfBin = List.copyOf(wayOfBin);
    }

    /** The same with other packets in the clear besides, of as many flows and pairs, numbered on. */
    Sides beside(PacketColumns others) {
        PacketColumns all = new PacketColumns(Integer.MAX_VALUE);
        all.addAll(clear, 0);
        all.addAll(others, pairOfFlow.size());
        List<Integer> pairsOfAll = new ArrayList<>(pairOfFlow);
        for (int pair : pairOfFlow) {
            pairsOfAll.add(pair < 0 ? pair : pair + pairs);
        }
        return new Sides(all.inOrder(all::nanos), pairsOfAll, 2 * pairs, esp, wayOfBin, causalNanos);
    }
}
