package io.github.espial.mcp.serve;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * One client, a JSON-RPC message a line. The SDK's own transport of this kind does not cancel calls, takes lines of any
 * length, and leaves calls unanswered when its input ends.
 */
final class StandardStreams implements McpServerTransportProvider, McpServerTransport {
    /** Octets of a message: what clients send is small. */
    static final int LONGEST = 1 << 20;

    /** Under which name handlers find the id of their request. */
    static final String REQUEST = "request";

    private static final String CANCELLED = "notifications/cancelled";
    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int BUSY = -32000;

    private final McpJsonMapper mapper;
    private final InputStream in;
    private final OutputStream out;
    private final Calls calls;
    private Optional<McpServerSession> session = Optional.empty();

    StandardStreams(McpJsonMapper mapper, InputStream in, OutputStream out, Calls calls) {
        this.mapper = mapper;
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.calls = calls;
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = Optional.of(factory.create(this));
    }

    /** Takes messages in until the input ends and all requests are answered. */
    void serve() throws IOException, InterruptedException {
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            if (!line.get().isBlank()) {
                take(line.get());
            }
        }
        calls.awaitAll();
    }

    private void take(String line) {
        JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(mapper, line);
        } catch (IOException | IllegalArgumentException e) {
            refuse(Optional.empty(), PARSE_ERROR, "not a message of JSON-RPC 2.0");
            return;
        }
        if (message instanceof JSONRPCNotification notice && notice.method().equals(CANCELLED)) {
            if (notice.params() instanceof Map<?, ?> params && params.get("requestId") != null) {
                calls.end(Objects.requireNonNull(params.get("requestId")), Calls.End.CANCELLED);
            }
        } else if (message instanceof JSONRPCRequest request) {
            take(request);
        } else {
            session.orElseThrow().handle(message).subscribe(done -> {}, defect -> {});
        }
    }

    private void take(JSONRPCRequest request) {
        Object id = request.id();
        if (!calls.open(id)) {
            refuse(Optional.of(id), BUSY, "too many requests at the same time, or two of one id");
            return;
        }
        session.orElseThrow()
                .handle(request)
                .contextWrite(context ->
                        context.put(McpTransportContext.KEY, McpTransportContext.create(Map.of(REQUEST, id))))
                .doFinally(end -> calls.close(id))
                .subscribe(
                        done -> {},
                        defect -> refuse(Optional.of(id), INVALID_REQUEST, String.valueOf(defect.getMessage())));
    }

    /** A line without its end; empty where the input ends. One that is too long is left out, and refused. */
    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                return length == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            if (++length <= LONGEST) {
                line.write(octet);
            }
        }
        if (length > LONGEST) {
            refuse(Optional.empty(), INVALID_REQUEST, "a message of more than " + LONGEST + " octets");
            return Optional.of("");
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    /** By hand: the SDK has no answer to what bears no id. */
    private void refuse(Optional<Object> id, int code, String reason) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        answer.put("id", id.orElse(null));
        answer.put("error", Map.of("code", code, "message", reason));
        write(answer);
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> {
            // Whoever cancels a request awaits no answer.
            boolean isUnwanted = message instanceof JSONRPCResponse response
                    && response.id() != null
                    && calls.ended(response.id())
                            .filter(Calls.End.CANCELLED::equals)
                            .isPresent();
            if (!isUnwanted) {
                write(message);
            }
        });
    }

    private void write(Object message) {
        try {
            byte[] line = (mapper.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
            synchronized (out) {
                out.write(line);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the client reads no more: " + e.getMessage(), e);
        }
    }

    @Override
    public <T> T unmarshalFrom(Object value, TypeRef<T> type) {
        return mapper.convertValue(value, type);
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return session.orElseThrow().sendNotification(method, params);
    }

    @Override
    public List<String> protocolVersions() {
        return List.of(
                ProtocolVersions.MCP_2024_11_05,
                ProtocolVersions.MCP_2025_03_26,
                ProtocolVersions.MCP_2025_06_18,
                ProtocolVersions.MCP_2025_11_25);
    }

    @Override
    public void close() {
        // The streams are the caller's.
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
