package io.github.espial.routing;

import io.github.espial.context.SaCount;
import io.github.espial.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What words of machines state of a machine's tunnels.
 *
 * @param networks what lies behind which peer
 * @param devices the far end of each tunnel interface, by the name that routes have
 * @param counts what went through, by the machine's own counters
 * @param ends addresses of the machine, from every statement of them
 * @param l2tp far ends of L2TP in transport mode, and the outer address that the machine has there
 * @param remarks what speaks against traffic passing, by the name of the file that says it
 * @param notes what is worth knowing beside, by the name of the file that says it
 * @param exits what takes networks where they leave
 */
public record Tunnels(
        List<StatedNetwork> networks,
        Map<String, IpAddress> devices,
        List<SaCount> counts,
        Set<IpAddress> ends,
        Map<IpAddress, IpAddress> l2tp,
        Map<String, List<String>> remarks,
        Map<String, List<String>> notes,
        Exits exits) {
    /** Nothing is stated. */
    public static final Tunnels NONE =
            new Tunnels(List.of(), Map.of(), List.of(), Set.of(), Map.of(), Map.of(), Map.of(), Exits.NONE);

    public Tunnels {
        networks = List.copyOf(networks);
        devices = Map.copyOf(devices);
        counts = List.copyOf(counts);
        ends = Set.copyOf(ends);
        l2tp = Map.copyOf(l2tp);
        remarks = Map.copyOf(remarks);
        notes = Map.copyOf(notes);
    }

    /** The far end whose tunnel a device is of. */
    public Optional<IpAddress> endOf(String device) {
        return Optional.ofNullable(devices.get(device));
    }
}
