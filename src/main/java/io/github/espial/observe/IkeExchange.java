package io.github.espial.observe;

import io.github.espial.net.IpAddress;

/**
 * IKE messages of one exchange type from one host to another, seen on one link.
 *
 * @param hop where they were seen
 * @param source outer source
 * @param destination outer destination
 * @param majorVersion 1 (RFC 2409) or 2 (RFC 7296)
 * @param exchangeType the header's exchange type
 * @param response whether the response flag was set; always false for version 1
 * @param span how many, and when
 */
public record IkeExchange(
        Hop hop,
        IpAddress source,
        IpAddress destination,
        int majorVersion,
        int exchangeType,
        boolean response,
        Span span) {}
