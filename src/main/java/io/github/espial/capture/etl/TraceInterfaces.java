package io.github.espial.capture.etl;

import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.InterfaceDefinition;
import io.github.espial.capture.InterfaceDescription;
import io.github.espial.capture.InterfaceTally;
import io.github.espial.capture.TimestampUnit;
import io.github.espial.capture.etl.InterfaceKey.Logger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The interfaces that packets were logged on, in the order of their first frames. */
final class TraceInterfaces {
    /** Of a machine with thousands of virtual ones; those beyond share one for each link type. */
    private static final int MAX_INTERFACES = 4096;

    private final TraceHeader header;
    private final CaptureLedger ledger;
    private final Map<InterfaceKey, InterfaceTally> tallies = new LinkedHashMap<>();

    TraceInterfaces(TraceHeader header, CaptureLedger ledger) {
        this.header = header;
        this.ledger = ledger;
    }

    /** The interface {@code key}; a new one has no description yet. */
    InterfaceTally get(InterfaceKey key) {
        InterfaceTally known = tallies.get(key);
        if (known != null) {
            return known;
        }
        if (tallies.size() < MAX_INTERFACES) {
            return add(key);
        }
        InterfaceKey rest = new InterfaceKey(key.logger(), -1, 0, 0, key.linkType());
        InterfaceTally shared = tallies.get(rest);
        return shared != null ? shared : add(rest);
    }

    /** Describes all interfaces: PktMon names its components last. */
    void describe(PktMonComponents components) {
        tallies.forEach((key, tally) -> tally.describe(
                key.logger() == Logger.PKTMON ? components.describe(key.first(), header.system()) : describe(key)));
    }

    private InterfaceTally add(InterfaceKey key) {
        TimestampUnit unit = new TimestampUnit(header.clock().digits(), 0);
        InterfaceTally tally = ledger.add(new InterfaceDefinition(key.linkType(), 0, unit));
        tallies.put(key, tally);
        return tally;
    }

    private InterfaceDescription describe(InterfaceKey key) {
        String port = key.port() == 0 ? "" : ", switch port " + key.port();
        Optional<String> description =
                key.first() == key.second() ? Optional.empty() : Optional.of("filter above interface " + key.second());
        return new InterfaceDescription(
                Optional.of("interface " + key.first() + port),
                description,
                Optional.empty(),
                Optional.of(header.system()),
                Optional.empty(),
                OptionalLong.empty(),
                List.of());
    }
}
