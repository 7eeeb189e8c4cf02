package io.github.espial.diagnose;

import io.github.espial.ike.IkeSa;
import io.github.espial.l2tp.L2tpTunnel;
import java.util.List;

/**
 * What the ends of the case's tunnels agreed on.
 *
 * @param ikeSas who negotiated what, in order of time
 * @param tunnels L2TP tunnels, in order of their first packet
 */
public record Negotiations(List<IkeSa> ikeSas, List<L2tpTunnel> tunnels) {
    /** None is known. */
    public static final Negotiations UNKNOWN = new Negotiations(List.of(), List.of());

    public Negotiations {
        ikeSas = List.copyOf(ikeSas);
        tunnels = List.copyOf(tunnels);
    }
}
