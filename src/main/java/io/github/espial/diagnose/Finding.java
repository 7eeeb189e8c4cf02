package io.github.espial.diagnose;

import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import io.github.espial.observe.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A fault, or something worth knowing, with what proves it and what mends it.
 *
 * @param id the check's id in kebab case
 * @param severity how bad
 * @param title a few words that name the subject
 * @param text one sentence or two with the measured values
 * @param subject whose traffic it is about, and where that went
 * @param extent how much of it, and when; empty where no frames are concerned
 * @param proof why it is believed
 * @param fixes what to do, best first
 */
public record Finding(
        String id,
        Severity severity,
        String title,
        String text,
        Subject subject,
        Optional<Extent> extent,
        Proof proof,
        List<Fix> fixes) {
    public Finding {
        fixes = List.copyOf(fixes);
    }

    /** What was simply seen, about the case as a whole. */
    public static Finding of(String id, Severity severity, String title, String text, List<Evidence> evidence) {
        return of(id, severity, title, text, Proof.seen(evidence));
    }

    /** A finding about the case as a whole. */
    public static Finding of(String id, Severity severity, String title, String text, Proof proof) {
        return new Finding(id, severity, title, text, Subject.WHOLE_CASE, Optional.empty(), proof, List.of());
    }

    /** The same, about one peer. */
    public Finding about(IpAddress whom) {
        return with(subject.about(whom));
    }

    /** The same, with where the traffic went and where it should have gone. */
    public Finding between(Optional<Station> actual, Optional<Station> expected) {
        return with(subject.between(actual, expected));
    }

    /** The same, of traffic that went to {@code former} before. */
    public Finding movedFrom(Station former) {
        return with(subject.movedFrom(former));
    }

    /** The same, with the networks behind the peer that the traffic was for. */
    public Finding into(List<IpPrefix> networks) {
        return with(subject.into(networks));
    }

    /** The same, with the frames and SAs concerned. */
    public Finding over(Span frames, List<Spi> associations, boolean stillGoingOn) {
        Optional<Extent> concerned = Optional.of(new Extent(frames, stillGoingOn, OptionalLong.empty()));
        return new Finding(id, severity, title, text, subject.of(associations), concerned, proof, fixes);
    }

    /** The same, past since {@code nanos} after the epoch; it concerns frames. */
    public Finding mendedAt(long nanos) {
        Extent past = new Extent(extent.orElseThrow().span(), false, OptionalLong.of(nanos));
        return new Finding(id, severity, title, text, subject, Optional.of(past), proof, fixes);
    }

    /** The same, with remedies. */
    public Finding mendedBy(List<Fix> remedies) {
        return new Finding(id, severity, title, text, subject, extent, proof, remedies);
    }

    private Finding with(Subject other) {
        return new Finding(id, severity, title, text, other, extent, proof, fixes);
    }

    /** Whether it still went on when the capture ended. */
    public boolean isOngoing() {
        return extent.isPresent() && extent.get().ongoing();
    }

    /** Whether it was mended before the capture ended. */
    public boolean isMended() {
        return extent.isPresent() && extent.get().mendedNanos().isPresent();
    }
}
