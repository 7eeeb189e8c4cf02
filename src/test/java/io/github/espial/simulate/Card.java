package io.github.espial.simulate;

import java.util.List;

/**
 * A network card of a machine, and what hangs on its link.
 *
 * @param link 0 or 1
 * @param macs one, or those of teamed cards
 * @param address the machine's on that link
 * @param routers on that link, the default gateway first where it is there
 */
record Card(int link, List<String> macs, String address, List<Router> routers) {
    Card {
        macs = List.copyOf(macs);
        routers = List.copyOf(routers);
    }

    String mac() {
        return macs.get(0);
    }
}
