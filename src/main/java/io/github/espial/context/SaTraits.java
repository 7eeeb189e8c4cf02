package io.github.espial.context;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a file states of an SA beside its keys.
 *
 * @param protocol ESP or AH
 * @param encapsulation the UDP ports, where the ESP is UDP-encapsulated (RFC 3948)
 * @param selector the inner packets that the SA is for
 * @param extendedSequenceNumbers whether sequence numbers have 64 bits (RFC 4303 §2.2.1); empty where not stated
 * @param reqid number that ties the SA to policies
 * @param replayWindow packets
 */
public record SaTraits(
        SaProtocol protocol,
        Optional<SaMode> mode,
        Optional<UdpPorts> encapsulation,
        Optional<Selector> selector,
        Optional<Boolean> extendedSequenceNumbers,
        OptionalLong reqid,
        OptionalInt replayWindow) {}
