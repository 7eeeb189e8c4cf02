package io.github.espial.mcp.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.espial.mcp.desk.Desk;
import io.github.espial.mcp.desk.Roots;
import io.github.espial.mcp.tool.Tool;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A client that speaks the protocol by hand, so that it can also speak it badly; the server runs beside it. */
final class Wire implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PIPE = 1 << 22;

    private final OutputStream to;
    private final BufferedReader from;
    private final CompletableFuture<Void> server;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    Wire(Path root, Duration longest, List<Tool> tools) throws IOException {
        PipedInputStream in = new PipedInputStream(PIPE);
        PipedInputStream back = new PipedInputStream(PIPE);
        this.to = new PipedOutputStream(in);
        PipedOutputStream out = new PipedOutputStream(back);
        this.from = new BufferedReader(new InputStreamReader(back, StandardCharsets.UTF_8));
        Desk desk = new Desk(new Roots(List.of(root)), new Desk.Terms(Optional.empty(), longest, 1, "test"));
        PrintStream told = new PrintStream(log, true, StandardCharsets.UTF_8);
        this.server = CompletableFuture.runAsync(() -> {
            try (out) {
                McpServing.serve(tools, desk, in, out, told);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        send("""
                {"jsonrpc":"2.0","id":"first","method":"initialize","params":{"protocolVersion":"2025-06-18",\
                "capabilities":{},"clientInfo":{"name":"wire","version":"1"}}}""");
        answer();
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    void send(String line) throws IOException {
        to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    void call(int id, String tool, String arguments) throws IOException {
        send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + ",\"_meta\":{\"progressToken\":\"p" + id + "\"}}}");
    }

    /** The next message. */
    JsonNode answer() throws IOException {
        String line = from.readLine();
        return line == null ? JSON.nullNode() : JSON.readTree(line);
    }

    /** What the server told beside its answers. */
    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /** Ends the input, and waits until the server has ended. */
    void end() throws IOException {
        to.close();
        server.join();
    }

    @Override
    public void close() throws IOException {
        end();
    }
}
