package io.github.espial.cli;

import io.github.espial.cases.CaseFiles;
import io.github.espial.live.FollowedFiles;
import io.github.espial.live.LiveSource;
import io.github.espial.live.device.DeviceCapture;
import io.github.espial.live.device.DeviceList;
import io.github.espial.live.device.ProcessCapture;
import io.github.espial.report.Printable;
import java.io.IOException;
import java.util.function.Consumer;

/** Where {@code espial watch} captures. */
final class WatchSource {
    /** Between two looks at a file that may have grown. */
    private static final long PAUSE_MILLIS = 200;

    private WatchSource() {}

    /** What messages and reports call it. */
    static String name(WatchOptions options, CaseFiles files) {
        if (!files.captures().isEmpty()) {
            return files.captures().get(0).name();
        }
        return options.capturing()
                .map(capturing -> String.join(", ", capturing.settings().names()))
                .orElse("standard input");
    }

    /**
     * Begins to capture.
     *
     * @param notices takes lines on what becomes of interfaces, from any thread
     * @throws IOException where it cannot capture; the message is one line that says what to do
     */
    static LiveSource open(WatchOptions options, CaseFiles files, Terminal terminal, Consumer<String> notices)
            throws IOException, InterruptedException {
        if (!files.captures().isEmpty()) {
            return new FollowedFiles(files.captures().get(0).file().orElseThrow(), () -> Thread.sleep(PAUSE_MILLIS));
        }
        if (options.capturing().isEmpty()) {
            return LiveSource.of(terminal.in());
        }
        WatchOptions.Capturing capturing = options.capturing().get();
        if (capturing.program().isPresent()) {
            return ProcessCapture.begin(capturing.program().get(), capturing.settings());
        }
        return DeviceCapture.begin(capturing.settings(), "espial " + Version.current(), notices);
    }

    /** The interfaces that there are, a line each. */
    static String list() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (DeviceList.Entry entry : DeviceList.all()) {
            lines.append(Printable.of(entry.name()));
            if (!entry.addresses().isEmpty()) {
                lines.append("  ").append(String.join(" ", entry.addresses()));
            }
            entry.description()
                    .ifPresent(text ->
                            lines.append("  (").append(Printable.of(text)).append(')'));
            lines.append(entry.facesGateway() ? "  faces the default gateway\n" : "\n");
        }
        return lines.toString();
    }
}
