package io.github.espial.live;

import io.github.espial.observe.tally.Observations;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was seen of a running capture, window by window: the oldest leave, so that memory is bounded however long it runs,
 * and a table that was full is whole again once what filled it has left.
 */
final class Windows {
    private final int most;
    private final Deque<Window> windows = new ArrayDeque<>();
    private Observations all = new Observations();
    /** Frames of the windows that left. */
    private long left;

    /** Frames of a stretch of time. */
    private static final class Window {
        final Observations seen = new Observations();
        long frames;
    }

    /** @param most windows at the same time, the one that is being filled included; at least 2 */
    Windows(int most) {
        if (most < 2) {
            throw new IllegalArgumentException("no ring of " + most + " windows");
        }
        this.most = most;
        windows.add(new Window());
    }

    /** Takes in the {@code frames} frames that came after those before. */
    void add(Observations piece, long frames) {
        Window newest = windows.getLast();
        newest.seen.merge(piece);
        newest.frames += frames;
        all.merge(piece);
    }

    /** Begins a new window; the oldest leaves where there are too many. */
    void begin() {
        windows.add(new Window());
        if (windows.size() > most) {
            left += windows.removeFirst().frames;
            all = Observations.after(0, left);
            windows.forEach(window -> all.merge(window.seen));
        }
    }

    /** What was seen in all windows that are left, with frames numbered as in the whole capture. */
    Observations all() {
        return all;
    }

    /** Frames that nobody looks at any more. */
    long left() {
        return left;
    }
}
