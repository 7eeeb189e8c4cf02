package io.github.espial.report.words;

import io.github.espial.diagnose.CaseCapture;
import io.github.espial.observe.FrameReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What captures are called where frames are named: without their folder, as long as that tells them apart. */
public final class CaptureNames {
    private final List<String> names;

    public CaptureNames(List<CaseCapture> captures) {
        List<String> full = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (CaseCapture capture : captures) {
            String name = capture.summary().name();
            full.add(name);
            last.add(lastPart(name));
        }
        this.names = new HashSet<>(last).size() == last.size() ? last : full;
    }

    /** What the capture at {@code place} is called. */
    public String of(int place) {
        return names.get(place);
    }

    /**
     * {@code frames 12, 13, 14 of eth0.pcap, frame 9 of eth2.pcap}; empty where there is none. Two are the first and the last
     * of many: {@code frames 12 ... 940 of eth0.pcap}.
     */
    String frames(List<FrameReference> frames) {
        StringBuilder text = new StringBuilder();
        for (int capture = next(frames, -1); capture >= 0; capture = next(frames, capture)) {
            append(text, frames, capture);
        }
        return text.toString();
    }

    /** The capture after {@code capture} that holds one of the frames; -1 where there is none. */
    private static int next(List<FrameReference> frames, int capture) {
        int next = -1;
        for (FrameReference frame : frames) {
            if (frame.capture() > capture && (next < 0 || frame.capture() < next)) {
                next = frame.capture();
            }
        }
        return next;
    }

    private void append(StringBuilder text, List<FrameReference> frames, int capture) {
        StringBuilder numbers = new StringBuilder();
        int count = 0;
        for (FrameReference frame : frames) {
            count += frame.capture() == capture ? 1 : 0;
        }
        String between = count == 2 ? " ... " : ", ";
        for (FrameReference frame : frames) {
            if (frame.capture() == capture) {
                numbers.append(numbers.isEmpty() ? "" : between).append(frame.number());
            }
        }
        if (!numbers.isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(count > 1 ? "frames " : "frame ")
                    .append(numbers)
                    .append(" of ")
                    .append(names.get(capture));
        }
    }

    /** What follows the last separator of either kind: reports are read on other systems than captures are made on. */
    static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
