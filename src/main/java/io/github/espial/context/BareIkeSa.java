package io.github.espial.context;

import io.github.espial.net.IpAddress;
import java.util.Optional;

/**
 * An IKE SA that stands without any SA for packets.
 *
 * @param line number of the line it begins at, from 1
 * @param local outer address of the machine
 * @param remote outer address of the far end
 */
public record BareIkeSa(int line, Optional<IpAddress> local, Optional<IpAddress> remote) {}
