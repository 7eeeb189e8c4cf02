package io.github.espial.report.json;

import io.github.espial.correlate.Flow;
import java.io.IOException;
import java.util.List;

/** The member {@code flows}. */
final class FlowMembers {
    private FlowMembers() {}

    static void write(JsonOutput json, List<Flow> flows) throws IOException {
        json.objects("flows", flows, flow -> flow(json, flow));
    }

    private static void flow(JsonOutput json, Flow flow) throws IOException {
        json.text("protocol", flow.protocolName());
        json.text("source", flow.inner().source().toString());
        port(json, "sourcePort", flow.inner().sourcePort());
        json.text("destination", flow.inner().destination().toString());
        port(json, "destinationPort", flow.inner().destinationPort());
        json.text("spi", flow.spi().toString());
        json.text("senderMac", flow.sender());
        json.text("nextHopMac", flow.nextHop());
        json.span(flow.span());
        json.text("match", flow.match().toString());
        json.probability("probability", flow.probability());
    }

    private static void port(JsonOutput json, String name, int port) throws IOException {
        if (port != 0) {
            json.number(name, port);
        }
    }
}
