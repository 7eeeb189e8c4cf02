package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;
import io.github.espial.routing.Machine;

/** One way to set a route. */
interface Dialect {
    /** As a {@link Fix} names it. */
    Platform platform();

    /** Whether a machine of which nothing but perhaps its platform is known has this way. */
    boolean isUsual();

    /** Whether {@code machine} shows that it has it. */
    boolean fits(Machine machine);

    /** What the commands do, one sentence without trailing period. */
    String text();

    /**
     * The command that sets a route.
     *
     * @param card the name of the interface to the router, as the machine calls it
     */
    String set(WantedRoute route, String card);

    /** The command that takes it back. */
    String undo(WantedRoute route, String card);
}
