package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Series;
import io.github.espial.observe.Span;
import java.util.List;

/**
 * What a server sends to a peer under SAs (ESP, AH, ESP in UDP) by one next hop.
 *
 * @param server the server's outer address
 * @param peer the peer's outer address
 * @param nextHop whom the frames were handed to
 * @param span how much, and when
 * @param series frames over time
 * @param spis the SAs that went this way, in order
 * @param assessment how the next hop compares with the peer's proper one
 * @param isDefaultGateway whether the next hop is the server's default gateway
 */
public record Way(
        IpAddress server,
        IpAddress peer,
        Station nextHop,
        Span span,
        Series series,
        List<Spi> spis,
        Assessment assessment,
        boolean isDefaultGateway) {
    public Way {
        spis = List.copyOf(spis);
    }

    /** Whether this way and {@code other} were in use side by side, rather than one after the other. */
    public boolean isBeside(Way other) {
        return !nextHop.equals(other.nextHop) && Alternation.between(series, other.series);
    }

    public Delivery delivery() {
        return assessment.delivery();
    }

    /** Probability of {@link #delivery}, below 1; 0 where it could not be told. */
    public double confidence() {
        return assessment.confidence();
    }

    /**
     * What was found of a next hop.
     *
     * @param delivery how it compares with the peer's proper one
     * @param confidence probability of that, below 1; 0 where it could not be told
     */
    public record Assessment(Delivery delivery, double confidence) {
        static final Assessment OPEN = new Assessment(Delivery.UNRESOLVED, 0);
    }

    /** How the next hop that a server chose compares with the peer's proper next hop. */
    public enum Delivery {
        /** The peer's proper next hop. */
        PROPER,
        /** Another station, though the evidence names the proper one. */
        WRONG,
        /** Nothing in the case tells the proper next hop well enough. */
        UNRESOLVED,
        /** The proper next hop at the time: IKE went the same way before it changed. */
        FORMER
    }
}
