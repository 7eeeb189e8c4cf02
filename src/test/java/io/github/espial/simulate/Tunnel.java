package io.github.espial.simulate;

/**
 * One pair of SAs, and the way that its outbound packets take.
 *
 * @param outbound SPI of what leaves
 * @param inbound SPI of what comes
 * @param course that its packets take, right or wrong
 * @param first sequence number, 1 where the capture saw the SA begin
 */
record Tunnel(long outbound, long inbound, Course course, int first) {}
