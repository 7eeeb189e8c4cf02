package io.github.espial.cli;

import io.github.espial.live.LiveSource;
import io.github.espial.live.device.DeviceCapture;
import io.github.espial.live.device.DeviceList;
import io.github.espial.live.device.ProcessCapture;
import io.github.espial.report.Printable;
import java.io.IOException;

/** Where {@code espial watch} captures. */
final class WatchSource {
    private WatchSource() {}

    /** @throws IOException where it cannot capture; the message is one line that says what to do */
    static LiveSource open(WatchOptions options, Terminal terminal) throws IOException, InterruptedException {
        if (options.capturing().isEmpty()) {
            return LiveSource.of(terminal.in());
        }
        WatchOptions.Capturing capturing = options.capturing().get();
        if (capturing.program().isPresent()) {
            return ProcessCapture.begin(capturing.program().get(), capturing.settings());
        }
        return DeviceCapture.begin(capturing.settings(), "espial " + Version.current(), terminal::error);
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
