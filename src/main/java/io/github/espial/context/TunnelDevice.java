package io.github.espial.context;

import io.github.espial.net.IpAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What binds a tunnel interface to SAs.
 *
 * @param kind as the file has it, such as {@code vti}, {@code xfrm} or {@code gre}
 * @param local outer address of this end
 * @param remote outer address of the far end
 * @param binding what its SAs or policies bear too: {@code if_id 0x2a}, {@code mark 0x2a} or {@code reqid 8000}
 * @param mtu octets of the largest inner packet
 */
public record TunnelDevice(
        String kind,
        Optional<IpAddress> local,
        Optional<IpAddress> remote,
        Optional<String> binding,
        OptionalInt mtu) {}
