package io.github.espial.report.text;

import io.github.espial.correlate.Flow;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;

/** The inner flows, a line each, with whom their frames were handed to. */
final class FlowTable {
    /** Lines at the most; JSON has all of them. */
    private static final int MOST = 20;

    private static final int INDENT = 2;

    private FlowTable() {}

    static void write(TextPage page, List<Flow> flows) {
        if (flows.isEmpty()) {
            return;
        }
        page.blank();
        page.line(0, Tone.HEADING, "Inner flows");
        List<String> ways = flows.stream().limit(MOST).map(FlowTable::way).toList();
        int width = Math.max(
                "source > destination".length(),
                ways.stream().mapToInt(String::length).max().orElseThrow());
        page.line(INDENT, row("", "source > destination", width, "SPI", "frames", "handed to"));
        for (int i = 0; i < ways.size(); i++) {
            Flow flow = flows.get(i);
            String nextHop = flow.nextHop().map(MacAddress::toString).orElse("not captured");
            String frames = Long.toString(flow.span().frames());
            page.line(
                    INDENT,
                    row(flow.protocolName(), ways.get(i), width, flow.spi().toString(), frames, nextHop));
        }
        if (flows.size() > MOST) {
            page.line(INDENT, "and " + (flows.size() - MOST) + " more; the JSON report has all");
        }
    }

    private static String way(Flow flow) {
        return end(flow.source(), flow.sourcePort()) + " > " + end(flow.destination(), flow.destinationPort());
    }

    private static String end(IpAddress address, int port) {
        if (port == 0) {
            return address.toString();
        }
        return (address.version() == 6 ? "[" + address + "]" : address.toString()) + ":" + port;
    }

    private static String row(String protocol, String way, int width, String spi, String frames, String nextHop) {
        return padded(protocol, 7) + "  " + padded(way, width) + "  " + padded(spi, 10) + "  "
                + " ".repeat(Math.max(0, 8 - frames.length())) + frames + "  " + nextHop;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
