package io.github.espial.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.espial.bytes.OrderedOctets;
import io.github.espial.bytes.PositionedOctets;
import io.github.espial.bytes.Samples;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.Compression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureReaderTest {
    private static final byte[] FILE = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN)
            .frame(1, 0, Samples.frame(0, 60))
            .frame(2, 0, Samples.frame(1, 1514))
            .frame(3, 0, Samples.frame(2, 60))
            .toOctets();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsFilesAndStreamsAlike() throws IOException {
        ReadCapture stream = ReadCapture.of(FILE);
        ReadCapture file = readFile(FILE);
        ReadCapture zippedStream = ReadCapture.of(Samples.gzip(FILE));
        ReadCapture zippedFile = readFile(Samples.gzip(FILE));

        ReadCapture ranges =
                ReadCapture.of(new CaptureSource.OfRanges(PositionedOctets.of(ByteBuffer.wrap(FILE)), "x.pcap"));

        assertThat(List.of(file.frames(), zippedStream.frames(), zippedFile.frames()))
                .containsOnly(stream.frames());
        assertThat(ranges).isEqualTo(file);
        assertThat(stream.frames()).hasSize(3);
        assertThat(file.summary().file().orElseThrow().compression()).isEqualTo(Compression.NONE);
        assertThat(zippedFile.summary().file().orElseThrow().compression()).isEqualTo(Compression.GZIP);
        assertThat(zippedFile.summary().file().orElseThrow().format()).isEqualTo(new FormatName("pcap"));
        assertThat(file.summary().file().orElseThrow().bytes())
                .isEqualTo(FILE.length)
                .isEqualTo(stream.summary().file().orElseThrow().bytes());
        assertThat(file.summary().sha256())
                .isPresent()
                .isEqualTo(stream.summary().sha256());
        assertThat(zippedFile.summary().file().orElseThrow().bytes()).isEqualTo(Samples.gzip(FILE).length);
        assertThat(zippedFile.summary().sha256())
                .isPresent()
                .isEqualTo(zippedStream.summary().sha256());
    }

    @Test
    void digestsTheFileAsStored() throws IOException {
        // printf '\xa1\xb2\xc3\xd4\0\2\0\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1' | sha256sum
        byte[] file = PcapBuilder.version2(ByteOrder.BIG_ENDIAN, 4, 0, 1).toOctets();

        assertThat(readFile(file).summary().sha256())
                .hasValue("9194972ec768110e6890c9619b958aa8993709704a17ecfaaaf0ca58d2900a6b");
    }

    @Test
    void digestsStreamsToTheirEndThoughTheyAreDamaged() throws CaptureException {
        byte[] damaged = PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN)
                .record(0, 0, 0xFFFF_FFFFL, 0, new byte[200_000])
                .toOctets();

        ReadCapture capture = ReadCapture.of(damaged);

        assertThat(capture.summary().file().orElseThrow().bytes()).isEqualTo(damaged.length);
        assertThat(capture.problemTexts())
                .containsExactly("damaged: captured length 4294967295 exceeds 262144; 200016 octets were not read");
    }

    @Test
    void readsSeveralGzipMembersFromAPipeThatHasNothingAtTheMoment() throws IOException {
        byte[] first = Samples.gzip(Arrays.copyOf(FILE, 100));
        byte[] second = Samples.gzip(Arrays.copyOfRange(FILE, 100, FILE.length));
        byte[] both = new OrderedOctets(ByteOrder.BIG_ENDIAN)
                .octets(first)
                .octets(second)
                .toOctets();
        ByteArrayInputStream pipe = new ByteArrayInputStream(both) {
            @Override
            public synchronized int available() {
                return 0;
            }

            @Override
            public synchronized int read(byte[] into, int start, int length) {
                return super.read(into, start, Math.min(length, pos < first.length ? first.length - pos : 7));
            }
        };

        ReadCapture capture = ReadCapture.of(new CaptureSource.OfStream(pipe, "pipe"));

        assertThat(capture.frames()).isEqualTo(ReadCapture.of(FILE).frames());
        assertThat(capture.summary().problems()).isEmpty();
    }

    @Test
    void countsTheFramesBeforeGzipIsCutOff() throws IOException {
        byte[] zipped = Samples.gzip(FILE);
        for (int length = 0; length < zipped.length; length++) {
            byte[] cut = Arrays.copyOf(zipped, length);
            try {
                ReadCapture capture = readFile(cut);
                assertThat(capture.summary().problems()).as("cut to %d", length).hasSize(1);
                assertThat(capture.frames())
                        .isEqualTo(ReadCapture.of(FILE)
                                .frames()
                                .subList(0, capture.frames().size()));
            } catch (CaptureException e) {
                assertThat(e).hasMessageContaining("x.pcap: ");
            }
        }
        ReadCapture withoutTrailer = ReadCapture.of(Arrays.copyOf(zipped, zipped.length - 8));
        assertThat(withoutTrailer.frames()).hasSize(3);
        assertThat(withoutTrailer.problemTexts()).containsExactly("the gzip data end before they are complete");
    }

    @Test
    void yieldsWhatCouldBeDecompressedBeforeDamage() throws IOException {
        PcapBuilder builder = PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN);
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            byte[] frame = new byte[1000];
            random.nextBytes(frame);
            builder.frame(i, 0, frame);
        }
        byte[] zipped = Samples.gzip(builder.toOctets());
        byte[] crc = zipped.clone();
        crc[zipped.length - 6] ^= 1;

        ReadCapture capture = ReadCapture.of(crc);

        assertThat(capture.frames()).hasSize(50);
        assertThat(capture.problemTexts())
                .containsExactly("the gzip data are damaged: the CRC-32 is not that of the data");
    }

    @Test
    void saysWhatAFileIsInstead() {
        assertThatThrownBy(() -> readFile("Hello world, this is text\n".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage(
                        "x.pcap: not a capture: it starts with text; expected pcap, pcapng, Network Monitor, snoop or etl");
        assertThatThrownBy(() -> readFile(new byte[] {'P', 'K', 3, 4, 20, 0}))
                .hasMessage("x.pcap: not a capture: it starts with the octets 50 4b 03 04 14 00 (ZIP archive); "
                        + "expected pcap, pcapng, Network Monitor, snoop or etl");
        assertThatThrownBy(() -> readFile(new byte[] {1}))
                .hasMessage(
                        "x.pcap: not a capture: it starts with the octets 01; expected pcap, pcapng, Network Monitor, snoop or etl");
    }

    @Test
    void namesWhatCannotBeRead() throws IOException {
        assertThatThrownBy(() -> readFile(new byte[0]))
                .hasMessage("x.pcap: empty; expected pcap, pcapng, Network Monitor, snoop or etl");
        assertThatThrownBy(() -> readFile(Samples.gzip(new byte[0])))
                .hasMessage("x.pcap: empty when decompressed; expected pcap, pcapng, Network Monitor, snoop or etl");
        assertThatThrownBy(() -> readFile(Arrays.copyOf(FILE, 12)))
                .hasMessage("x.pcap: the pcap header is cut off: expected 24 octets, found 12");
        assertThatThrownBy(() -> readFile(Arrays.copyOf(Samples.gzip(FILE), 5)))
                .hasMessage("x.pcap: the gzip data end within their header");
        assertThatThrownBy(() -> ReadCapture.of(CaptureSource.file(folder.resolve("none"))))
                .isInstanceOf(CaptureException.class)
                .hasMessage(folder.resolve("none") + ": no such file");
        assertThatThrownBy(() -> ReadCapture.of(CaptureSource.file(folder)))
                .isInstanceOf(CaptureException.class)
                .hasMessage(folder + ": is a directory");
    }

    @Test
    void saysThatPermissionIsDenied() throws IOException {
        Path path = Files.write(folder.resolve("secret.pcap"), FILE);
        assumeTrue(path.toFile().setReadable(false, false), "the file system has permissions");
        assumeFalse(Files.isReadable(path), "the user is not allowed to read everything");

        assertThatThrownBy(() -> ReadCapture.of(CaptureSource.file(path))).hasMessage(path + ": permission denied");
    }

    @ParameterizedTest
    @CsvSource({"a1b2c3d4, pcap", "a1b23c4d, pcap", "d4c3b2a1, pcap", "4d3cb2a1, pcap", "0a0d0d0a, pcapng"})
    void recognisesEachMagicNumber(String magic, String format) {
        byte[] start = HexFormat.of().parseHex(magic);

        assertThatThrownBy(() -> ReadCapture.of(start))
                .hasMessageContaining(format.equals("pcap") ? "pcap header" : "block");
    }

    @Test
    void tellsProgressInOctetsAsStored() throws IOException {
        Path path = Files.write(folder.resolve("x.pcap"), FILE);
        List<Long> octets = new ArrayList<>();
        List<OptionalLong> totals = new ArrayList<>();

        CaptureReader.read(CaptureSource.file(path), frame -> {}, (read, total) -> {
            octets.add(read);
            totals.add(total);
        });

        assertThat(octets).isSorted().last().isEqualTo((long) FILE.length);
        assertThat(totals).containsOnly(OptionalLong.of(FILE.length));
    }

    private ReadCapture readFile(byte[] octets) throws IOException {
        Path path = Files.write(folder.resolve("x.pcap"), octets);
        return ReadCapture.of(new CaptureSource.OfFile(path, "x.pcap"));
    }

    @Test
    void refusesAPcapngFileWhoseFirstBlockCannotBeRead() {
        byte[] file = new PcapngBuilder(ByteOrder.BIG_ENDIAN).toOctets();
        byte[] unknown = file.clone();
        unknown[13] = 2;
        assertThatThrownBy(() -> ReadCapture.of(unknown))
                .hasMessage(
                        "test: the header cannot be read: damaged: pcapng version 2, expected 1; 28 octets were not read");
        for (int length = Integer.BYTES; length < file.length; length++) {
            byte[] start = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> ReadCapture.of(start))
                    .isInstanceOf(CaptureException.class)
                    .hasMessageStartingWith("test: the header cannot be read: cut off");
        }
    }

    @Test
    void countsTheOctetsAfterDamage() throws CaptureException {
        byte[] file = PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN)
                .frame(1, 0, Samples.frame(0, 10))
                .record(2, 0, 262_145, 262_145, new byte[500])
                .toOctets();
        assertThat(ReadCapture.of(file).problemTexts())
                .containsExactly("damaged: captured length 262145 exceeds 262144; 516 octets were not read");
        assertThat(ReadCapture.of(Arrays.copyOf(file, 49)).problemTexts())
                .containsExactly("cut off: expected a frame of 10 octets, found 9; 25 octets were not read");
    }
}
