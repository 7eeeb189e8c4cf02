package io.github.espial.compare;

import io.github.espial.infer.Station;
import io.github.espial.net.MacAddress;

/** Tells routers apart across cases: a router that was replaced keeps its address, and has another MAC. */
public final class SameRouter {
    private SameRouter() {}

    /**
     * Whether both are one router: by address where both have one, by MAC otherwise. A router of two addresses is known
     * by its MAC as well, unless that is a virtual one, which groups on different links share.
     */
    public static boolean is(Station one, Station other) {
        boolean haveAddresses = one.address().isPresent() && other.address().isPresent();
        if (haveAddresses && one.address().equals(other.address())) {
            return true;
        }
        boolean shareMac = one.mac().isPresent() && one.mac().equals(other.mac());
        boolean isVirtual = one.mac().filter(MacAddress::isVirtualRouter).isPresent();
        return shareMac && !(haveAddresses && isVirtual);
    }
}
