package io.github.espial.simulate;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Where packets go as time passes.
 *
 * @param first until {@code turn}
 * @param turn a step
 * @param second from {@code turn} to {@code back}
 * @param back the step from which all is as at first
 */
record Course(Via first, int turn, Via second, int back) {
    static Course always(Via via) {
        return new Course(via, Router.STAYS, via, Router.STAYS);
    }

    static Course turning(Via first, int turn, Via second) {
        return new Course(first, turn, second, Router.STAYS);
    }

    Via at(int step) {
        return step < turn || step >= back ? first : second;
    }

    boolean isTurning() {
        return turn != Router.STAYS;
    }

    /**
     * Whether a packet of that step that takes this course gets to the box that {@code proper} leads to; a box that is
     * active for others has two addresses.
     */
    boolean agrees(Course proper, int step) {
        Via taken = at(step);
        Via wanted = proper.at(step);
        boolean isSameLink = taken.card().link() == wanted.card().link();
        return isSameLink && taken.router().sender(step).equals(wanted.router().sender(step));
    }

    /** All next hops of packets on this course, by MAC, at the steps where it {@link #agrees} with {@code proper} or not. */
    Set<String> macs(int steps, Course proper, boolean agreeing) {
        Set<String> macs = new TreeSet<>();
        IntStream.range(0, steps)
                .filter(step -> agrees(proper, step) == agreeing)
                .forEach(step -> macs.add(at(step).router().mac(step)));
        return macs;
    }
}
