package io.github.espial.cli;

import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the user states about the failing machine. */
final class StatementOptions {
    private StatementOptions() {}

    /**
     * Reads the values of {@code --server}, {@code --gateway} and {@code --next-hop}.
     *
     * @throws UsageException when one is not what its option takes
     */
    static Statements parse(List<String> servers, List<String> gateways, List<String> nextHops) throws UsageException {
        List<IpAddress> serverAddresses = new ArrayList<>();
        List<MacAddress> serverMacs = new ArrayList<>();
        for (String server : servers) {
            Optional<MacAddress> mac = mac(server);
            if (mac.isPresent()) {
                serverMacs.add(mac.get());
            } else {
                serverAddresses.add(address("--server", server, "ADDRESS or MAC", server));
            }
        }
        List<Station> stations = new ArrayList<>();
        for (String gateway : gateways) {
            stations.add(station("--gateway", gateway, "ADDRESS or ADDRESS=MAC", gateway));
        }
        Map<IpAddress, Station> hops = new LinkedHashMap<>();
        for (String nextHop : nextHops) {
            String form = "PEER=ADDRESS or PEER=ADDRESS=MAC";
            int equals = nextHop.indexOf('=');
            if (equals < 0) {
                throw wrong("--next-hop", nextHop, form);
            }
            IpAddress peer = address("--next-hop", nextHop, form, nextHop.substring(0, equals));
            hops.put(peer, station("--next-hop", nextHop, form, nextHop.substring(equals + 1)));
        }
        return new Statements(serverAddresses, serverMacs, stations, hops);
    }

    private static Station station(String option, String value, String form, String text) throws UsageException {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return new Station(Optional.empty(), Optional.of(address(option, value, form, text)));
        }
        Optional<MacAddress> mac = mac(text.substring(equals + 1));
        if (mac.isEmpty()) {
            throw wrong(option, value, form);
        }
        return new Station(mac, Optional.of(address(option, value, form, text.substring(0, equals))));
    }

    private static IpAddress address(String option, String value, String form, String text) throws UsageException {
        try {
            return IpAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong(option, value, form);
        }
    }

    private static Optional<MacAddress> mac(String text) {
        try {
            return Optional.of(MacAddress.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static UsageException wrong(String option, String value, String form) {
        return new UsageException(option + " " + value + ": expected " + form);
    }
}
