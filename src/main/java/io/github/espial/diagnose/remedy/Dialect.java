package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;
import io.github.espial.net.IpAddress;
import io.github.espial.routing.Machine;
import java.util.Optional;

/** One way to set a route. */
interface Dialect {
    /** As a {@link Fix} names it. */
    Platform platform();

    /** Whether a machine of which nothing but perhaps its platform is known has this way. */
    boolean isUsual();

    /** Whether {@code machine} shows that it has it. */
    boolean fits(Machine machine);

    /** Where the administrator finds the networks behind the peer. */
    String whereNetworksAre();

    /**
     * What to look at before the peer gets a route, where the system looks the route of ESP up by the peer's address,
     * whatever is inside; empty where it looks up by the inner destination, before IPsec.
     */
    default Optional<String> beforeRouteOf(IpAddress peer) {
        return Optional.empty();
    }

    /** The command that lists what may send ESP astray, where {@link #beforeRouteOf} says that something may; else empty. */
    default String first() {
        return "";
    }

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
