package io.github.espial.mcp.serve;

import io.github.espial.store.ReadProgress;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.OptionalLong;

/** Tells a client how far captures have been read, once for each percent. What is read twice counts on from 100. */
final class ToldProgress implements ReadProgress {
    private static final int WHOLE = 100;

    private final McpSyncServerExchange exchange;
    private final Object token;
    private long before;
    private long percent;
    private long told = -1;

    ToldProgress(McpSyncServerExchange exchange, Object token) {
        this.exchange = exchange;
        this.token = token;
    }

    @Override
    public synchronized void advanced(long octets, OptionalLong total) {
        if (total.isEmpty() || total.getAsLong() <= 0) {
            return;
        }
        long now = Math.min(WHOLE, octets * WHOLE / total.getAsLong());
        if (now < percent) {
            before += WHOLE;
        }
        percent = now;
        if (before + now > told) {
            told = before + now;
            exchange.progressNotification(ProgressNotification.builder(token, (double) told)
                    .message("captures read: " + now + " %")
                    .build());
        }
    }
}
