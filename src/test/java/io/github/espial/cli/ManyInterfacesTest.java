package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.wire.FrameBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyInterfacesTest {
    private static final int INTERFACES = 70_000;

    @TempDir
    private Path folder;

    @Test
    void saysThatFramesAreOfInterfacesThatAreNotDescribed() throws IOException {
        PcapngBuilder file = new PcapngBuilder(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < INTERFACES; i++) {
            file.ethernet();
        }
        byte[] frame = FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ip("192.0.2.10", "198.51.100.20")
                .esp(0x1000, 1)
                .payload(40)
                .octets();
        file.frame(INTERFACES - 1, 0, frame);
        Path capture = Files.write(folder.resolve("many.pcapng"), file.toOctets());
        Run run = Run.of("analyze", capture);
        assertThat(run.err()).doesNotContain("--from");
        assertThat(run.out())
                .startsWith("UNDETERMINED")
                .contains("more than 65536 interfaces")
                .contains("none of its frames is of an interface that it describes");
    }
}
