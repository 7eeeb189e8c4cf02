package io.github.espial.routing;

import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.Optional;

/**
 * A network behind a peer, as the words of a machine state it, or those of the far end turned round.
 *
 * @param local outer address of the machine
 * @param peer outer address of the far end
 * @param source what packets come from; empty for anything
 * @param network behind the peer
 * @param device the tunnel interface or VPN interface that packets for it must be routed into
 * @param wanted what packets must bear, and bear where they are routed into the tunnel's device, such as {@code mark 0x5};
 *     empty where any will do, or the device is known
 * @param standing whether there is a tunnel
 * @param origin where it stands, such as {@code xfrm.txt line 4}
 */
public record StatedNetwork(
        Optional<IpAddress> local,
        IpAddress peer,
        Optional<IpPrefix> source,
        IpPrefix network,
        Optional<String> device,
        Optional<String> wanted,
        Standing standing,
        String origin) {}
