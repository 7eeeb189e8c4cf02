package io.github.espial.report.words;

import io.github.espial.correlate.Flow;
import io.github.espial.correlate.Match;
import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inner flows, a row for those of one service, with whom their frames were handed to. */
public final class FlowTable {
    private static final int MOST = 20;
    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("", 7),
            Table.Column.of("source > destination", 0),
            Table.Column.of("SPI", 10),
            new Table.Column("frames", true, 8),
            Table.Column.of("handed to", 0));

    private static final String ALIGNED =
            "Told without keys where no key was given: packets in the clear and ESP fit by length and time.";

    private FlowTable() {}

    /** The first {@value #MOST} rows. */
    public static Table of(List<Flow> flows) {
        return of(flows, MOST);
    }

    /** The first {@code most} rows. */
    public static Table of(List<Flow> flows, int most) {
        Map<Service, Long> frames = new LinkedHashMap<>();
        boolean isAligned = false;
        for (Flow flow : flows) {
            isAligned |= flow.match() == Match.ALIGNED;
            Service service = Service.of(flow);
            frames.put(service, frames.getOrDefault(service, 0L) + flow.span().frames());
        }
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<Service, Long> row : frames.entrySet()) {
            if (rows.size() == most) {
                break;
            }
            Service service = row.getKey();
            rows.add(List.of(
                    service.protocol(),
                    service.way(),
                    service.spi(),
                    row.getValue().toString(),
                    service.nextHop()));
        }
        return new Table("Inner flows", COLUMNS, rows, Numbers.rest(frames.size(), most, ""), isAligned ? ALIGNED : "");
    }

    /** What flows of one service between two hosts have in common, in one SA, by one next hop. */
    private record Service(String protocol, String way, String spi, String nextHop) {
        static Service of(Flow flow) {
            boolean isAnswer = flow.inner().sourcePort() < flow.inner().destinationPort();
            String way = end(flow.inner().source(), isAnswer ? flow.inner().sourcePort() : 0) + " > "
                    + end(
                            flow.inner().destination(),
                            isAnswer ? 0 : flow.inner().destinationPort());
            String nextHop = flow.nextHop().isPresent() ? flow.nextHop().get().toString() : StationWords.UNKNOWN_MAC;
            return new Service(flow.protocolName(), way, flow.spi().toString(), nextHop);
        }

        private static String end(IpAddress address, int port) {
            if (port == 0) {
                return address.toString();
            }
            return (address.version() == 6 ? "[" + address + "]" : address.toString()) + ":" + port;
        }
    }
}
