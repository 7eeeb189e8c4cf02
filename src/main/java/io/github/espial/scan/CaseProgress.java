package io.github.espial.scan;

import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.util.List;
import java.util.OptionalLong;

/** Sums how far the captures of a case have been read, in whatever order and on however many threads that happens. */
final class CaseProgress {
    private final OptionalLong total;
    private final ReadProgress whole;
    private long octets;

    private CaseProgress(OptionalLong total, ReadProgress whole) {
        this.total = total;
        this.whole = whole;
    }

    /** Tells {@code whole} the sum; its total is that of all files, and unknown where one is a stream. */
    static CaseProgress of(List<CaptureSource> sources, ReadProgress whole) {
        long total = 0;
        for (CaptureSource source : sources) {
            OptionalLong size = source.size();
            if (size.isEmpty()) {
                return new CaseProgress(OptionalLong.empty(), whole);
            }
            total += size.getAsLong();
        }
        return new CaseProgress(OptionalLong.of(total), whole);
    }

    /** What one of the captures is to tell of its reading; for one thread. */
    ReadProgress part() {
        return new ReadProgress() {
            private long before;

            @Override
            public void advanced(long now, OptionalLong ofPart) {
                add(now - before);
                before = now;
            }
        };
    }

    /** Within the lock, so that the sum is told in its order. */
    private synchronized void add(long more) {
        octets += more;
        whole.advanced(octets, total);
    }
}
