package io.github.espial.mcp.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CallsTest {
    private final Calls calls = new Calls();

    @Test
    void aCallThatIsCancelledBeforeItBeginsNeverBegins() {
        calls.open(1);
        calls.end(1, Calls.End.CANCELLED);
        assertThatThrownBy(() -> calls.begin(1)).isInstanceOf(InterruptedException.class);
        assertThat(calls.ended(1)).contains(Calls.End.CANCELLED);
    }

    @Test
    void theFirstReasonHolds() {
        calls.open(1);
        calls.end(1, Calls.End.TOO_LONG);
        calls.end(1, Calls.End.CANCELLED);
        assertThat(calls.ended(1)).contains(Calls.End.TOO_LONG);
    }

    @Test
    void aLateCancelReachesNoLaterWork() throws InterruptedException {
        calls.open(1);
        calls.begin(1);
        calls.end(1, Calls.End.CANCELLED);
        calls.leave(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        calls.close(1);
        calls.end(1, Calls.End.CANCELLED);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(calls.ended(1)).isEmpty();
    }

    @Test
    void thereIsAnEndToThem() {
        for (int id = 0; id < Calls.MOST; id++) {
            assertThat(calls.open(id)).isTrue();
        }
        assertThat(calls.open(Calls.MOST)).isFalse();
        calls.close(0);
        assertThat(calls.open(Calls.MOST)).isTrue();
        assertThat(calls.open(Calls.MOST)).as("of the same id").isFalse();
    }
}
