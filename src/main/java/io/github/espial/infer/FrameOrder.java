package io.github.espial.infer;

import io.github.espial.observe.FrameReference;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** In which order what was captured happened. */
final class FrameOrder {
    private FrameOrder() {}

    /** Frames of one capture come in their order, whatever its clock says; those of several by their time. */
    static <T> void sort(List<T> seen, Function<T, FrameReference> frame, ToLongFunction<T> nanos) {
        boolean isOneCapture = isOneCapture(seen, frame);
        seen.sort((one, other) -> {
            int order = isOneCapture ? 0 : Long.compare(nanos.applyAsLong(one), nanos.applyAsLong(other));
            return order == 0 ? frame.apply(one).compareTo(frame.apply(other)) : order;
        });
    }

    private static <T> boolean isOneCapture(List<T> seen, Function<T, FrameReference> frame) {
        for (T one : seen) {
            if (frame.apply(one).capture() != frame.apply(seen.get(0)).capture()) {
                return false;
            }
        }
        return true;
    }
}
