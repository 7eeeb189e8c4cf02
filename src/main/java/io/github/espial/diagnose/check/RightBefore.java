package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Station;
import io.github.espial.infer.Way;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Traffic;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Frames of a wrong way that were right when they left: IKE went the same way, and moved to the proper one later.
 *
 * @param frames as far as the series of times tells
 * @param untilNanos when IKE moved
 */
record RightBefore(long frames, long untilNanos) {
    /** Empty where there are none. */
    static Optional<RightBefore> of(Case facts, Peer peer, Way wrong, Station proper) {
        OptionalLong moved = firstIke(facts, peer, proper.mac());
        OptionalLong before = firstIke(facts, peer, wrong.nextHop().mac());
        boolean hasMoved = moved.isPresent() && before.isPresent() && before.getAsLong() < moved.getAsLong();
        if (!hasMoved || !wrong.span().hasTime() || wrong.span().firstNanos() >= moved.getAsLong()) {
            return Optional.empty();
        }
        long frames = 0;
        for (int i = 0; i < wrong.series().length(); i++) {
            boolean isBefore = wrong.series().startNanos(i) < moved.getAsLong();
            frames += isBefore ? wrong.series().frames(i) : 0;
        }
        return frames == 0 ? Optional.empty() : Optional.of(new RightBefore(frames, moved.getAsLong()));
    }

    private static OptionalLong firstIke(Case facts, Peer peer, Optional<MacAddress> taker) {
        return facts.paths(peer, Traffic.IKE, Direction.OUTBOUND)
                .filter(path -> taker.isPresent() && path.hop().destination().equals(taker))
                .map(OuterPath::span)
                .filter(span -> span.hasTime())
                .mapToLong(span -> span.firstNanos())
                .min();
    }
}
