package io.github.espial.capture;

import java.net.InetAddress;

/** A name for an address, as a pcapng Name Resolution Block states it. */
public record ResolvedName(InetAddress address, String name) {}
