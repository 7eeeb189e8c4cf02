package io.github.espial.diagnose;

import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import java.util.List;
import java.util.Optional;

/**
 * What a finding is about: whose traffic, and where it went.
 *
 * @param peer whose traffic; empty where it is the case as a whole
 * @param spis the SAs concerned
 * @param formerNextHop where it went before, of traffic that moved
 * @param actualNextHop where the traffic went
 * @param expectedNextHop where it should have gone
 * @param innerDestinations networks behind the peer that the traffic was for, in order; empty where nothing tells
 */
public record Subject(
        Optional<IpAddress> peer,
        List<Spi> spis,
        Optional<Station> formerNextHop,
        Optional<Station> actualNextHop,
        Optional<Station> expectedNextHop,
        List<IpPrefix> innerDestinations) {
    /** The case as a whole. */
    static final Subject WHOLE_CASE =
            new Subject(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Subject {
        spis = List.copyOf(spis);
        innerDestinations = List.copyOf(innerDestinations);
    }

    Subject about(IpAddress whom) {
        return new Subject(Optional.of(whom), spis, formerNextHop, actualNextHop, expectedNextHop, innerDestinations);
    }

    Subject between(Optional<Station> actual, Optional<Station> expected) {
        return new Subject(peer, spis, formerNextHop, actual, expected, innerDestinations);
    }

    Subject movedFrom(Station former) {
        return new Subject(peer, spis, Optional.of(former), actualNextHop, expectedNextHop, innerDestinations);
    }

    Subject of(List<Spi> associations) {
        return new Subject(peer, associations, formerNextHop, actualNextHop, expectedNextHop, innerDestinations);
    }

    Subject into(List<IpPrefix> networks) {
        return new Subject(peer, spis, formerNextHop, actualNextHop, expectedNextHop, networks);
    }
}
