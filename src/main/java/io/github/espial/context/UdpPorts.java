package io.github.espial.context;

/**
 * The ports of UDP-encapsulated ESP.
 *
 * @param source 0 where not stated
 * @param destination 0 where not stated
 */
public record UdpPorts(int source, int destination) {}
