package io.github.espial.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    @Test
    void isOverWhenTheTimeIsUp() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        Deadline deadline = Deadline.in(Duration.ofNanos(10), nanos::get);
        assertThat(deadline.isOver()).isFalse();
        nanos.addAndGet(9);
        assertThat(deadline.isOver())
                .as("beyond the greatest number, as the clock may run")
                .isFalse();
        nanos.incrementAndGet();
        assertThat(deadline.isOver()).isTrue();
    }

    @Test
    void isNeverOverWhereThereIsNone() {
        assertThat(Deadline.NONE.isOver()).isFalse();
    }
}
