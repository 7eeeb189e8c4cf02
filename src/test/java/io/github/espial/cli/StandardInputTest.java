package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardInputTest {
    @ParameterizedTest
    @CsvSource({
        "testdata/misrouted-ikev2/capture.pcap, pcap, false",
        "testdata/misrouted-ikev2/capture.pcap, pcap, true",
        "testdata/two-nics/both.pcapng, pcapng, false",
        "testdata/two-nics/both.pcapng, pcapng, true",
        "testdata/nat-t/capture.pcap, pcap, false"
    })
    void isReadAsAFileIs(Path capture, String format, boolean isCompressed) throws IOException {
        byte[] octets = Files.readAllBytes(capture);
        Run run = Run.reading(isCompressed ? gzip(octets) : octets, "analyze", "-", "-f", "json");
        assertThat(run.err()).isEmpty();
        JsonNode report = run.json();
        assertThat(report.at("/captures/0/file").asText()).isEqualTo("standard input");
        assertThat(report.at("/captures/0/format").asText()).isEqualTo(format);
        assertThat(report.at("/captures/0/compression").asText()).isEqualTo(isCompressed ? "gzip" : "none");
        Run ofFile = Run.of("analyze", capture, "-f", "json");
        assertThat(run.status()).isEqualTo(ofFile.status());
        assertThat(report.get("verdict")).isEqualTo(ofFile.json().get("verdict"));
        assertThat(report.get("findings").findValuesAsText("id"))
                .isEqualTo(ofFile.json().get("findings").findValuesAsText("id"));
        assertThat(associations(run)).isEqualTo(associations(ofFile));
    }

    private static String associations(Run run) {
        String report = Estimates.leftOutOf(run).out();
        return report.substring(report.indexOf("\"securityAssociations\""), report.indexOf("\"flows\""));
    }

    @Test
    void isOneOfSeveralInputs() throws IOException {
        byte[] first = Files.readAllBytes(Path.of("testdata/two-nics/eth0.pcap"));
        Run run = Run.reading(first, "analyze", "-", "testdata/two-nics/eth2.pcap", "-f", "json");
        assertThat(run.json().get("verdict").asText()).isEqualTo("misrouted");
    }

    /** Both sides of a gateway are in it: to tell which flow went into which SA it would be read once more. */
    @Test
    void saysThatItCannotBeAligned() throws IOException {
        byte[] both = Files.readAllBytes(Path.of("testdata/gateway-gcm/both.pcapng"));

        Run run = Run.reading(both, "analyze", "-", "-f", "json");

        assertThat(run.err())
                .contains("missing: which flow went into which SA: standard input, pipes and running captures can be"
                        + " read only once; give a file");
        assertThat(run.json().get("flows")).isEmpty();
    }

    @Test
    void isNamedInErrors() {
        Run.reading(new byte[0], "analyze", "-").assertFailed(ExitStatus.UNREADABLE, "standard input: empty");
        Run.reading(new byte[] {'h', 'e', 'l', 'l', 'o'}, "analyze", "-")
                .assertFailed(ExitStatus.UNREADABLE, "standard input: not a capture");
        Run.reading(new byte[] {0x1f, (byte) 0x8b}, "analyze", "-")
                .assertFailed(ExitStatus.UNREADABLE, "standard input: ");
    }

    @Test
    void isNamedWhenItFails() {
        InputStream failing = new FilterInputStream(new ByteArrayInputStream(new byte[0])) {
            @Override
            public int read(byte[] into, int start, int length) throws IOException {
                throw new IOException("Input/output error");
            }
        };
        Run.reading(failing, "analyze", "-").assertFailed(ExitStatus.UNREADABLE, "standard input: Input/output error");
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(octets);
        }
        return compressed.toByteArray();
    }
}
