package io.github.espial.simulate;

import io.github.espial.wire.FrameBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The links of a network with a clock: what passes is captured as the tap takes it. */
final class Wire {
    private static final long START = 1_700_000_000_000_000L;
    private static final long COPY_DELAY = 4;

    private final Dice dice;
    private final Tap tap;
    private final long pace;
    private final List<CapturedFrame> frames = new ArrayList<>();
    private long micros;

    Wire(Dice dice, Tap tap, long pace) {
        this.dice = dice;
        this.tap = tap;
        this.pace = pace;
        micros = START + dice.between(0, 1_000_000_000);
    }

    /** Starts a frame. */
    FrameBuilder ethernet(String source, String destination) {
        FrameBuilder frame = FrameBuilder.ethernet(source, destination);
        return tap.vlan().isPresent() ? frame.vlan(tap.vlan().getAsInt()) : frame;
    }

    /** Lets a frame pass; returns whether it was captured. */
    boolean put(Tap.Sort sort, int link, FrameBuilder frame) {
        micros += dice.gap(pace);
        if (!tap.takes(sort, link)) {
            return false;
        }
        byte[] whole = frame.padded().octets();
        byte[] kept =
                Arrays.copyOf(whole, Math.min(whole.length, tap.snapLength().orElse(whole.length)));
        frames.add(new CapturedFrame(micros, link, kept, whole.length));
        if (tap.hasCopies()) {
            frames.add(new CapturedFrame(micros + COPY_DELAY, link, kept, whole.length));
            micros += COPY_DELAY;
        }
        return true;
    }

    /** Lets time pass in which nothing happens. */
    void rest(long duration) {
        micros += duration;
    }

    List<CapturedFrame> frames() {
        return List.copyOf(frames);
    }
}
