package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.observe.Talk;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds servers' packets that were seen again behind the station they had been handed to. */
final class Relays {
    private Relays() {}

    static List<Relay> of(Facts facts, List<Pairing.Pair> pairs, Senders senders) {
        return pairs.stream()
                .flatMap(pair -> {
                    List<Talk> talks = facts.ipsec(pair.server(), pair.peer()).toList();
                    Set<MacAddress> takers = talks.stream()
                            .filter(senders::isFirstHop)
                            .flatMap(talk -> talk.hop().destination().stream())
                            .collect(Collectors.toSet());
                    return talks.stream()
                            .filter(talk -> !senders.isFirstHop(talk)
                                    && talk.hop()
                                            .source()
                                            .filter(takers::contains)
                                            .isPresent())
                            .map(talk -> new Relay(pair.server(), pair.peer(), talk));
                })
                .toList();
    }
}
