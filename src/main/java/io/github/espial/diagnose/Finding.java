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

/**
 * A fault, or something worth knowing, with what proves it and what mends it.
 *
 * @param id the check's id in kebab case
 * @param severity how bad
 * @param confidence probability that it is so, from 0 to below 1
 * @param title a few words that name the subject
 * @param text one sentence or two with the measured values
 * @param peer whose traffic it is about
 * @param spis the SAs concerned
 * @param actualNextHop where the traffic went
 * @param expectedNextHop where it should have gone
 * @param extent the frames concerned
 * @param ongoing whether it still went on when the capture ended
 * @param innerDestinations networks behind the peer that the traffic was for, in order; empty where nothing tells
 * @param evidence never empty
 * @param fixes what to do, best first
 */
public record Finding(
        String id,
        Severity severity,
        double confidence,
        String title,
        String text,
        Optional<IpAddress> peer,
        List<Spi> spis,
        Optional<Station> actualNextHop,
        Optional<Station> expectedNextHop,
        Optional<Span> extent,
        boolean ongoing,
        List<IpPrefix> innerDestinations,
        List<Evidence> evidence,
        List<Fix> fixes) {
    public Finding {
        spis = List.copyOf(spis);
        innerDestinations = List.copyOf(innerDestinations);
        evidence = List.copyOf(evidence);
        fixes = List.copyOf(fixes);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException(id + " found something but shows no evidence");
        }
    }

    /** A finding about the case as a whole. */
    public static Finding of(
            String id, Severity severity, double confidence, String title, String text, List<Evidence> evidence) {
        return new Finding(
                id,
                severity,
                confidence,
                title,
                text,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                evidence,
                List.of());
    }

    /** The same, about one peer. */
    public Finding about(IpAddress whom) {
        return new Finding(
                id,
                severity,
                confidence,
                title,
                text,
                Optional.of(whom),
                spis,
                actualNextHop,
                expectedNextHop,
                extent,
                ongoing,
                innerDestinations,
                evidence,
                fixes);
    }

    /** The same, with where the traffic went and where it should have gone. */
    public Finding between(Optional<Station> actual, Optional<Station> expected) {
        return new Finding(
                id,
                severity,
                confidence,
                title,
                text,
                peer,
                spis,
                actual,
                expected,
                extent,
                ongoing,
                innerDestinations,
                evidence,
                fixes);
    }

    /** The same, with the frames and SAs concerned. */
    public Finding over(Span frames, List<Spi> associations, boolean stillGoingOn) {
        return new Finding(
                id,
                severity,
                confidence,
                title,
                text,
                peer,
                associations,
                actualNextHop,
                expectedNextHop,
                Optional.of(frames),
                stillGoingOn,
                innerDestinations,
                evidence,
                fixes);
    }

    /** The same, with the networks behind the peer that the traffic was for. */
    public Finding into(List<IpPrefix> networks) {
        return new Finding(
                id,
                severity,
                confidence,
                title,
                text,
                peer,
                spis,
                actualNextHop,
                expectedNextHop,
                extent,
                ongoing,
                networks,
                evidence,
                fixes);
    }

    /** The same, with remedies. */
    public Finding mendedBy(List<Fix> remedies) {
        return new Finding(
                id,
                severity,
                confidence,
                title,
                text,
                peer,
                spis,
                actualNextHop,
                expectedNextHop,
                extent,
                ongoing,
                innerDestinations,
                evidence,
                remedies);
    }
}
