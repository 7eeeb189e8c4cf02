package io.github.espial.observe.tally;

import io.github.espial.dissect.Opaque;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Span;
import java.util.Optional;

/**
 * Frames of one kind that may hold IPsec and were not looked into.
 *
 * @param capture the file's place in the case, from 0
 * @param what the kind
 * @param linkType LINKTYPE_ number
 * @param source who sent them; empty where the link layer does not say, or is not read
 * @param destination whom they were handed to; empty in the same cases
 * @param span how many, and when
 */
public record OpaqueTally(
        int capture,
        Opaque what,
        int linkType,
        Optional<MacAddress> source,
        Optional<MacAddress> destination,
        Span span) {}
