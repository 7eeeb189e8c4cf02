package io.github.espial.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;

/** Tells a monitoring system on this machine how things stand: {@code GET /metrics}, as OpenMetrics. */
public final class MetricsServer implements Closeable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private volatile byte[] text = Metrics.none();

    private MetricsServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * Begins to answer.
     *
     * @param address one of this machine's loopback addresses; port 0 for any
     * @throws IOException where it cannot listen there; the message is one line
     */
    public static MetricsServer at(InetSocketAddress address) throws IOException {
        if (!address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(address + ": no loopback address");
        }
        try {
            return new MetricsServer(HttpServer.create(address, 0));
        } catch (IOException e) {
            throw new IOException(
                    "--metrics " + address.getHostString() + ":" + address.getPort() + ": cannot listen: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** From now on tells of this moment. */
    public void tell(Moment moment) {
        text = Metrics.of(moment);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(NOT_ALLOWED, NO_BODY);
            } else {
                byte[] octets = text;
                exchange.getResponseHeaders().set("Content-Type", Metrics.TYPE);
                exchange.sendResponseHeaders(OK, octets.length);
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write(octets);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
