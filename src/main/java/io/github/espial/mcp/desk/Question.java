package io.github.espial.mcp.desk;

import io.github.espial.cases.TimeBound;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case as a caller names it.
 *
 * @param inputs captures, files with words of machines, folders, archives
 * @param stated what need not be asked of the captures
 * @param from only frames from here on
 * @param to only frames up to here
 */
public record Question(List<String> inputs, Statements stated, Optional<TimeBound> from, Optional<TimeBound> to) {
    /** More than a caller can name on purpose. */
    private static final int MOST_INPUTS = 1_000;

    public Question {
        inputs = List.copyOf(inputs);
    }

    /** The case that arguments name: {@code inputs}, and perhaps {@code server}, {@code gateway}, {@code nextHops}, {@code from}, {@code to}. */
    public static Question of(Arguments arguments) throws RefusedException {
        List<IpAddress> addresses = new ArrayList<>();
        List<MacAddress> macs = new ArrayList<>();
        for (String server : arguments.texts("server")) {
            Optional<MacAddress> mac = mac(server);
            if (mac.isPresent()) {
                macs.add(mac.get());
            } else {
                addresses.add(Arguments.address("server", server));
            }
        }
        List<Station> gateways = new ArrayList<>();
        for (String gateway : arguments.texts("gateway")) {
            gateways.add(new Station(Optional.empty(), Optional.of(Arguments.address("gateway", gateway))));
        }
        Map<IpAddress, Station> hops = new LinkedHashMap<>();
        for (Arguments hop : arguments.objects("nextHops")) {
            hops.put(hop.address("peer"), new Station(Optional.empty(), Optional.of(hop.address("address"))));
        }
        return new Question(
                inputs(arguments, "inputs"),
                new Statements(addresses, macs, gateways, hops),
                bound(arguments, "from"),
                bound(arguments, "to"));
    }

    /** A case of which nothing is stated, whose inputs the argument {@code name} names. */
    public static Question plain(Arguments arguments, String name) throws RefusedException {
        return new Question(inputs(arguments, name), Statements.NONE, Optional.empty(), Optional.empty());
    }

    private static List<String> inputs(Arguments arguments, String name) throws RefusedException {
        List<String> inputs = arguments.texts(name);
        if (inputs.isEmpty()) {
            throw new RefusedException("\"" + name + "\" is missing: name the captures, files or folders of the case");
        }
        if (inputs.size() > MOST_INPUTS) {
            throw new RefusedException(
                    "\"" + name + "\": " + inputs.size() + " inputs; name the folder that they lie in");
        }
        return inputs;
    }

    private static Optional<TimeBound> bound(Arguments arguments, String name) throws RefusedException {
        Optional<String> text = arguments.text(name);
        try {
            return text.map(TimeBound::parse);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    "\"" + name + "\": expected a time such as 2026-10-31T12:00:00Z, or +90s from the first frame");
        }
    }

    private static Optional<MacAddress> mac(String text) {
        try {
            return Optional.of(MacAddress.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
