package io.github.espial.report.text;

import io.github.espial.correlate.Flow;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inner flows, a line for those of one service, with whom their frames were handed to. */
final class FlowTable {
    /** Lines at the most; JSON has every flow. */
    private static final int MOST = 20;

    private static final int INDENT = 2;

    private static final Row HEADER = new Row("", "source > destination", "SPI", "handed to");

    private FlowTable() {}

    static void write(TextPage page, List<Flow> flows) {
        if (flows.isEmpty()) {
            return;
        }
        Map<Row, Long> rows = new LinkedHashMap<>();
        flows.forEach(flow -> rows.merge(Row.of(flow), flow.span().frames(), Long::sum));
        int width = rows.keySet().stream()
                .limit(MOST)
                .mapToInt(row -> row.way().length())
                .max()
                .orElse(0);
        int wide = Math.max(width, HEADER.way().length());
        page.blank();
        page.line(0, Tone.HEADING, "Inner flows");
        page.line(INDENT, HEADER.text(wide, "frames"));
        rows.entrySet().stream()
                .limit(MOST)
                .forEach(row ->
                        page.line(INDENT, row.getKey().text(wide, row.getValue().toString())));
        if (rows.size() > MOST) {
            page.line(INDENT, "and " + (rows.size() - MOST) + " more; the JSON report has all");
        }
    }

    /** The flows of one service between two hosts, in one SA, by one next hop. */
    private record Row(String protocol, String way, String spi, String nextHop) {
        static Row of(Flow flow) {
            boolean isAnswer = flow.sourcePort() < flow.destinationPort();
            String way = end(flow.source(), isAnswer ? flow.sourcePort() : 0) + " > "
                    + end(flow.destination(), isAnswer ? 0 : flow.destinationPort());
            String nextHop = flow.nextHop().map(MacAddress::toString).orElse("not captured");
            return new Row(flow.protocolName(), way, flow.spi().toString(), nextHop);
        }

        String text(int width, String frames) {
            return padded(protocol, 7) + "  " + padded(way, width) + "  " + padded(spi, 10) + "  "
                    + " ".repeat(Math.max(0, 8 - frames.length())) + frames + "  " + nextHop;
        }

        private static String end(IpAddress address, int port) {
            if (port == 0) {
                return address.toString();
            }
            return (address.version() == 6 ? "[" + address + "]" : address.toString()) + ":" + port;
        }

        private static String padded(String text, int width) {
            return text + " ".repeat(Math.max(0, width - text.length()));
        }
    }
}
