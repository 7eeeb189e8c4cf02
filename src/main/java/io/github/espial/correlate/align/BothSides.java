package io.github.espial.correlate.align;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.tally.LinkRows;
import io.github.espial.observe.tally.Observations;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which packets in the clear may be what ESP is made of: those that come to a machine that sends ESP, or that are seen at an
 * interface where no ESP is, and that neither are from or to an end of a tunnel nor come from where ESP comes from.
 */
public final class BothSides {
    /** Fewer packets in the clear tell nothing. */
    private static final int LEAST_FRAMES = 8;

    /** End points of tunnels. */
    private final Set<IpAddress> ends = new HashSet<>();
    /** What ESP is sent from. */
    private final Set<MacAddress> senders = new HashSet<>();

    private final Set<Hop.Point> outside = new HashSet<>();
    /** Addresses of machines that send ESP: what is for these is not forwarded. */
    private final Set<IpAddress> own = new HashSet<>();

    private BothSides(Observations seen) {
        // No lambda: this is asked of every capture with ESP, and each one costs time at the start.
        LinkRows sas = seen.saLinks();
        while (sas.next()) {
            if (sas.traffic() != Traffic.AH) {
                ends.add(sas.source());
                ends.add(sas.destination());
                Hop hop = sas.hop();
                Optional<MacAddress> sender = hop.source();
                if (sender.isPresent()) {
                    senders.add(sender.get());
                }
                outside.add(hop.point());
            }
        }
        for (Claim claim : seen.claims()) {
            if (senders.contains(claim.mac())) {
                own.add(claim.address());
            }
        }
    }

    /** Which packets may be; empty where there are none, or no ESP. */
    public static Optional<BothSides> of(Observations seen) {
        BothSides sides = new BothSides(seen);
        if (sides.outside.isEmpty()) {
            return Optional.empty();
        }
        long frames = 0;
        LinkRows plain = seen.plainLinks();
        while (frames < LEAST_FRAMES && plain.next()) {
            if (sides.isInside(plain.hop()) && sides.isInner(plain.source(), plain.destination())) {
                frames += plain.frames();
            }
        }
        return frames >= LEAST_FRAMES ? Optional.of(sides) : Optional.empty();
    }

    /** Whether packets seen on {@code hop} may be on their way into a tunnel. */
    boolean isInside(Hop hop) {
        if (hop.source().isPresent() && senders.contains(hop.source().get())) {
            return false;
        }
        boolean isHandedOver = hop.destination().isPresent()
                && senders.contains(hop.destination().get());
        return isHandedOver || !outside.contains(hop.point());
    }

    /** Whether packets from {@code source} to {@code destination} may be inner ones. */
    boolean isInner(IpAddress source, IpAddress destination) {
        return !ends.contains(source)
                && !ends.contains(destination)
                && !own.contains(destination)
                && !destination.isMulticast()
                && !destination.isUnspecified()
                && !destination.isLinkLocal()
                && !source.isLinkLocal();
    }
}
