package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;

/**
 * A machine that sends IPsec packets of its own, whose routing is judged.
 *
 * @param macs its network cards
 * @param addresses what it sends from or claims
 * @param evidence why these belong together
 */
public record Server(List<MacAddress> macs, List<IpAddress> addresses, List<Evidence> evidence) {
    public Server {
        macs = List.copyOf(macs);
        addresses = List.copyOf(addresses);
        evidence = List.copyOf(evidence);
    }
}
