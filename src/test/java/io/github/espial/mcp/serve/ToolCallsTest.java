package io.github.espial.mcp.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.espial.mcp.answer.Answer;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.tool.Tool;
import io.github.espial.store.ReadProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls that take long, fail or come at the wrong time. The stand-ins bear names of tools, whose pages they have. */
@Timeout(120)
class ToolCallsTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path root = Path.of("");

    /** A tool that works until it is interrupted, and tells so. */
    private static final class Endless implements Tool {
        private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

        @Override
        public String name() {
            return "explain";
        }

        @Override
        public Answer answer(Arguments arguments, ReadProgress progress) throws InterruptedException {
            progress.advanced(1, OptionalLong.of(2));
            try {
                new CountDownLatch(1).await();
                return Answer.of("never");
            } catch (InterruptedException e) {
                interrupted.complete(true);
                throw e;
            }
        }
    }

    private record Stub(String name, BiFunction<Arguments, ReadProgress, Answer> body) implements Tool {
        @Override
        public Answer answer(Arguments arguments, ReadProgress progress) {
            return body.apply(arguments, progress);
        }
    }

    private static final Tool PROMPT = new Stub("ask", (arguments, progress) -> Answer.of("at once"));

    @Test
    void aCancelledCallStopsAndIsNotAnswered() throws Exception {
        Endless endless = new Endless();
        try (Wire wire = new Wire(root, LONG, List.of(endless, PROMPT))) {
            wire.call(1, "explain", "{}");
            assertThat(wire.answer().at("/params/progress").asInt()).isEqualTo(50);
            wire.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
            assertThat(endless.interrupted.join()).isTrue();
            wire.call(2, "ask", "{}");
            assertThat(wire.answer().get("id").asInt()).isEqualTo(2);
            wire.end();
            assertThat(wire.answer().isNull()).as("no answer to the first").isTrue();
        }
    }

    @Test
    void aCallEndsAfterItsTime() throws Exception {
        try (Wire wire = new Wire(root, Duration.ofMillis(1), List.of(new Endless()))) {
            wire.call(1, "explain", "{}");
            JsonNode last = wire.answer();
            if (last.get("id") == null) {
                last = wire.answer();
            }
            assertThat(last.at("/result/isError").asBoolean()).isTrue();
            assertThat(last.at("/result/content/0/text").asText()).startsWith("stopped after");
        }
    }

    @Test
    void allThatWasAskedIsAnsweredWhenTheInputEnds() throws Exception {
        try (Wire wire = new Wire(root, LONG, List.of(PROMPT))) {
            for (int id = 1; id <= 10; id++) {
                wire.call(id, "ask", "{}");
            }
            wire.end();
            for (int id = 1; id <= 10; id++) {
                assertThat(wire.answer().at("/result/content/0/text").asText()).isEqualTo("at once");
            }
        }
    }

    @Test
    void aDefectIsToldAndEndsNothing() throws Exception {
        Tool defect = new Stub("explain", (arguments, progress) -> {
            throw new IllegalStateException("made for this test");
        });
        try (Wire wire = new Wire(root, LONG, List.of(defect, PROMPT))) {
            wire.call(1, "explain", "{}");
            assertThat(wire.answer().at("/result/isError").asBoolean()).isTrue();
            assertThat(wire.log()).contains("made for this test");
            wire.call(2, "ask", "{}");
            assertThat(wire.answer().at("/result/isError").asBoolean()).isFalse();
        }
    }

    @Test
    void progressOnlyGrows() throws Exception {
        Tool twice = new Stub("explain", (arguments, progress) -> {
            for (long octets : new long[] {10, 10, 100, 50, 100}) {
                progress.advanced(octets, OptionalLong.of(100));
            }
            progress.advanced(5, OptionalLong.empty());
            return Answer.of("read twice");
        });
        try (Wire wire = new Wire(root, LONG, List.of(twice))) {
            wire.call(1, "explain", "{}");
            for (int expected : new int[] {10, 100, 150, 200}) {
                assertThat(wire.answer().at("/params/progress").asInt()).isEqualTo(expected);
            }
            assertThat(wire.answer().at("/result/content/0/text").asText()).isEqualTo("read twice");
        }
    }

    @Test
    void whatIsNoMessageIsRefusedAndEndsNothing() throws Exception {
        try (Wire wire = new Wire(root, LONG, List.of(PROMPT))) {
            wire.send("{\"no\": ");
            assertThat(wire.answer().at("/error/code").asInt()).isEqualTo(-32700);
            wire.send("x".repeat(StandardStreams.LONGEST + 1));
            assertThat(wire.answer().at("/error/code").asInt()).isEqualTo(-32600);
            wire.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":99}}");
            wire.call(1, "ask", "{}");
            assertThat(wire.answer().get("id").asInt()).isEqualTo(1);
        }
    }
}
