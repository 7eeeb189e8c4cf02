package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Hop;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The MACs that claim one address: put together once, as each card that sends from the address is held against them. */
final class Claimants {
    private final Bindings bindings;
    private final Set<MacAddress> macs = new HashSet<>();
    private final Set<Hop.Point> points = new HashSet<>();
    private final Map<MacAddress, Boolean> mates;

    /** @param teams what was found of cards that speak for the same MACs' addresses; taken in and added to */
    Claimants(Bindings bindings, IpAddress address, Map<Set<MacAddress>, Map<MacAddress, Boolean>> teams) {
        this.bindings = bindings;
        for (Claim claim : bindings.claimsOf(address)) {
            macs.add(claim.mac());
            if (!claim.mac().isVirtualRouter()) {
                points.add(claim.point());
            }
        }
        this.mates = teams.computeIfAbsent(macs, key -> new HashMap<>());
    }

    boolean isEmpty() {
        return macs.isEmpty();
    }

    /** Interfaces of captures at which one that is not virtual claims the address. */
    Set<Hop.Point> points() {
        return points;
    }

    /** Whether {@code mac} only ever sends from addresses that they have. */
    boolean haveAllOf(MacAddress mac) {
        return mates.computeIfAbsent(mac, key -> bindings.spokenBy(mac).stream().allMatch(this::have));
    }

    private boolean have(IpAddress address) {
        Set<MacAddress> holders = bindings.holdersOf(address);
        return holders.size() < macs.size()
                ? holders.stream().anyMatch(macs::contains)
                : macs.stream().anyMatch(holders::contains);
    }
}
