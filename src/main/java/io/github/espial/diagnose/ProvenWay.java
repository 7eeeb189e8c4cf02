package io.github.espial.diagnose;

import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Span;
import java.util.List;

/**
 * A way of a server's IPsec traffic that is shown to be the proper one.
 *
 * @param peer the peer's outer address
 * @param protocol what carries its packets: {@code ESP}, {@code AH}, or {@code ESP and AH}
 * @param nextHop whom the frames were handed to
 * @param span how many of them, and when
 * @param spis the SAs that went this way, in order
 * @param answered frames that came back from the peer, by whatever router
 * @param proof why the next hop is believed to be the proper one
 */
public record ProvenWay(
        IpAddress peer, String protocol, Station nextHop, Span span, List<Spi> spis, long answered, Proof proof) {
    public ProvenWay {
        spis = List.copyOf(spis);
    }
}
