package io.github.espial.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.etl.EtlBuilder;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces as files, which are recognised by their content. */
class EtlFileTest {
    private static final int BUFFER = 1024;

    @TempDir
    private Path folder;

    @Test
    void readsATraceWhateverItsName() throws IOException {
        CaptureSummary summary = read(EtlBuilder.trace(BUFFER)
                .buffer(0, events -> events.frame(EtlBuilder.START_STAMP, 4, EtlBuilder.SENT, new byte[60]))
                .toOctets());
        assertThat(summary.file().orElseThrow().format()).isEqualTo(new FormatName("etl"));
        assertThat(summary.file().orElseThrow().format().text()).isEqualTo("etl");
        assertThat(summary.frames()).isEqualTo(1);
        assertThat(summary.sha256()).isPresent();
        assertThat(summary.problems()).isEmpty();
    }

    @Test
    void refusesATraceWithoutPackets() {
        byte[] trace = EtlBuilder.trace(BUFFER)
                .buffer(0, events -> events.other(EtlBuilder.START_STAMP))
                .toOctets();
        assertThatThrownBy(() -> read(trace))
                .isInstanceOf(CaptureException.class)
                .hasMessageStartingWith("x.pcap: a Windows event trace without packets")
                .hasMessageContaining("netsh trace start capture=yes");
    }

    private CaptureSummary read(byte[] octets) throws IOException {
        Path file = Files.write(folder.resolve("x.pcap"), octets);
        return CaptureReader.read(new CaptureSource.OfFile(file, "x.pcap"), frame -> {}, ReadProgress.NONE);
    }
}
