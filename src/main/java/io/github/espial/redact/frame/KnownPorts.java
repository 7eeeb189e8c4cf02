package io.github.espial.redact.frame;

import io.github.espial.dissect.UdpPairs;

/**
 * UDP end points besides port 4500 that carry ESP, which IKE on them tells: found in any piece of any capture of a case, and
 * known to all. May be used by several threads.
 */
final class KnownPorts {
    private final UdpPairs pairs = new UdpPairs();

    synchronized void add(long high1, long low1, int port1, long high2, long low2, int port2) {
        pairs.add(high1, low1, port1, high2, low2, port2);
    }

    synchronized boolean contains(long high1, long low1, int port1, long high2, long low2, int port2) {
        return !pairs.isEmpty() && pairs.contains(high1, low1, port1, high2, low2, port2);
    }
}
