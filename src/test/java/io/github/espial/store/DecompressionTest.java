package io.github.espial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecompressionTest {
    private static final byte[] SAMPLE = Packed.sample(200_000);
    private static final byte[] SHORT = Packed.sample(700);

    @TempDir
    private Path folder = Path.of("");

    /** What came out, and what ended it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Outcome(byte[] octets, Optional<IOException> problem) {
        static Outcome of(InputStream stored, DecompressionLimit limit) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Decompression decompression = Decompression.of(stored, () -> 0, limit)) {
                byte[] chunk = new byte[1000];
                int octets = decompression.octets().read(chunk, 0, chunk.length);
                while (octets >= 0) {
                    out.write(chunk, 0, octets);
                    octets = decompression.octets().read(chunk, 0, chunk.length);
                }
                return new Outcome(out.toByteArray(), Optional.empty());
            } catch (IOException e) {
                return new Outcome(out.toByteArray(), Optional.of(e));
            }
        }

        static Outcome of(byte[] stored) {
            return of(new ByteArrayInputStream(stored), DecompressionLimit.USUAL);
        }

        String reason() {
            return problem.map(e -> String.valueOf(e.getMessage())).orElse("");
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void yieldsWhatWasCompressed(Compression compression) throws IOException {
        byte[] packed = Packed.of(compression, SAMPLE);
        try (Decompression decompression =
                Decompression.of(new ByteArrayInputStream(packed), () -> 0, DecompressionLimit.USUAL)) {
            assertThat(decompression.compression()).isEqualTo(compression);
            assertThat(decompression.octets().readAllBytes()).isEqualTo(SAMPLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void readsSeveralMembersOneOfThemEmpty(Compression compression) throws IOException {
        Outcome outcome = Outcome.of(Packed.of(compression, SHORT, new byte[0], SAMPLE));

        assertThat(outcome.reason()).isEmpty();
        assertThat(outcome.octets()).startsWith(SHORT).endsWith(SAMPLE).hasSize(SHORT.length + SAMPLE.length);
    }

    /** Made by the tools themselves: printf 'Espial\n' | zstd (--no-check), lz4, bzip2, xz, gzip -n. */
    @ParameterizedTest
    @CsvSource({
        "ZSTD, 28b52ffd005839000045737069616c0a",
        "LZ4, 04224d186440a70700008045737069616c0a000000000df0f850",
        "BZIP2, 425a6839314159265359eaa37662000000c5800010020020244800200021898421808a5bb78bb9229c28487551bb3100",
        "XZ, fd377a585a000004e6d6b4460200210116000000742fe5a301000645737069616c0a0000f73a41b2da9a8fdc00011f07162eb8731fb6f37d010000000004595a",
        "GZIP, 1f8b0800000000000003732d2ec84ccce102002bce9dd907000000"
    })
    void readsWhatTheToolsMade(Compression compression, String vector) throws IOException {
        byte[] packed = HexFormat.of().parseHex(vector);

        assertThat(Compression.of(Arrays.copyOf(packed, Compression.MAGIC_LENGTH)))
                .isEqualTo(compression);
        assertThat(Outcome.of(packed).octets()).isEqualTo("Espial\n".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource({
        "gzip -c",
        "zstd -q -c",
        "zstd -q -c --ultra -22 --long=27",
        "lz4 -q -c",
        "lz4 -q -c -BD -9",
        "bzip2 -c",
        "xz -c",
        "xz -c -9e -C sha256"
    })
    void readsWhatTheToolsMakeOfMore(String command) throws Exception {
        Path file = Files.write(folder.resolve("sample"), SAMPLE);
        Path packed = folder.resolve("packed");
        String[] words = (command + " " + file).split(" ", -1);
        assumeTrue(isDone(new ProcessBuilder(words).redirectOutput(packed.toFile())), words[0] + " is installed");

        Outcome outcome = Outcome.of(Files.readAllBytes(packed));

        assertThat(outcome.reason()).isEmpty();
        assertThat(outcome.octets()).isEqualTo(SAMPLE);
    }

    private static boolean isDone(ProcessBuilder process) throws InterruptedException {
        try {
            return process.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void passesOverSkippableZstdFrames() throws IOException {
        byte[] skippable = HexFormat.of().parseHex("5a2a4d1803000000c0ffee");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(skippable);
        all.writeBytes(Packed.of(Compression.ZSTD, SHORT));
        all.writeBytes(skippable);

        assertThat(Outcome.of(all.toByteArray()).octets()).isEqualTo(SHORT);
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void saysWhereverItIsCutOff(Compression compression) throws IOException {
        byte[] packed = Packed.of(compression, SHORT, SHORT);
        int first = Packed.of(compression, SHORT).length;
        byte[] whole = Outcome.of(packed).octets();
        for (int length = Compression.MAGIC_LENGTH; length < packed.length; length++) {
            Outcome outcome = Outcome.of(Arrays.copyOf(packed, length));
            if (length != first) {
                assertThat(outcome.reason())
                        .as("%s cut to %d", compression, length)
                        .startsWith("the " + compression.text() + " data ");
            }
            assertThat(outcome.octets()).isEqualTo(Arrays.copyOf(whole, outcome.octets().length));
            if (length >= first) {
                assertThat(outcome.octets()).hasSizeGreaterThanOrEqualTo(SHORT.length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void endsInOneReasonWhateverIsDamaged(Compression compression) throws IOException {
        byte[] packed = Packed.of(compression, SHORT, SHORT);
        Random random = new Random(7);
        for (int place = 0; place < packed.length; place++) {
            byte[] damaged = packed.clone();
            damaged[place] ^= (byte) (1 + random.nextInt(255));

            Outcome outcome = Outcome.of(damaged);

            assertThat(outcome.reason()).as("octet %d", place).doesNotContain("\n");
            assertThat(outcome.octets()).hasSizeLessThan(10_000_000);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void yieldsMostOfWhatStandsBeforeTheDamage(Compression compression) throws IOException {
        byte[] both = Packed.of(compression, SAMPLE, SAMPLE);
        int first = Packed.of(compression, SAMPLE).length;
        Arrays.fill(both, first + 40, both.length, (byte) 0x55);

        Outcome outcome = Outcome.of(both);

        assertThat(outcome.reason()).startsWith("the " + compression.text() + " data ");
        assertThat(outcome.octets()).startsWith(SAMPLE);
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void handsOnWhyItCannotReadOn(Compression compression) throws IOException {
        byte[] packed = Packed.of(compression, SAMPLE);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read(byte[] into, int start, int length) throws IOException {
                throw new IOException("Input/output error");
            }
        };

        Outcome outcome = Outcome.of(
                new SequenceInputStream(new ByteArrayInputStream(packed, 0, packed.length - 20), broken),
                DecompressionLimit.USUAL);

        assertThat(outcome.reason()).isEqualTo("Input/output error");
    }

    @Test
    void decompressesWhatIsCompressedTwice() throws IOException {
        byte[] packed = Packed.of(Compression.ZSTD, Packed.of(Compression.GZIP, SHORT, SAMPLE));
        try (Decompression decompression =
                Decompression.of(new ByteArrayInputStream(packed), () -> 0, DecompressionLimit.USUAL)) {
            assertThat(decompression.compression()).isEqualTo(Compression.ZSTD);
            assertThat(decompression.octets().readAllBytes()).startsWith(SHORT).endsWith(SAMPLE);
        }
    }

    @Test
    void refusesToDecompressWithoutEnd() throws IOException {
        byte[] packed = SHORT;
        for (int i = 0; i < Decompression.MAX_DEPTH; i++) {
            packed = Packed.of(Compression.GZIP, packed);
        }
        assertThat(Outcome.of(packed).octets()).isEqualTo(SHORT);
        assertThat(Outcome.of(Packed.of(Compression.XZ, packed)).reason())
                .isEqualTo("compressed more than 4 times over: decompress it first");
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void stopsAtTheLimit(Compression compression) throws IOException {
        byte[] packed = Packed.of(compression, SAMPLE);

        Outcome over = Outcome.of(new ByteArrayInputStream(packed), DecompressionLimit.of(SAMPLE.length - 1));
        Outcome exact = Outcome.of(new ByteArrayInputStream(packed), DecompressionLimit.of(SAMPLE.length));

        assertThat(over.octets()).isEqualTo(Arrays.copyOf(SAMPLE, SAMPLE.length - 1));
        assertThat(over.reason())
                .isEqualTo(
                        "decompressed, it exceeds the limit of 199999 octets (--max-decompressed SIZE sets another)");
        assertThat(exact.reason()).isEmpty();
        assertThat(exact.octets()).isEqualTo(SAMPLE);
    }

    @Test
    void allowsAThousandfoldBeyondAGibioctet() {
        assertThat(DecompressionLimit.USUAL.allowed(0)).isEqualTo(1L << 30);
        assertThat(DecompressionLimit.USUAL.allowed(2_000_000)).isEqualTo(2_000_000_000L);
        assertThat(DecompressionLimit.of(5).allowed(2_000_000)).isEqualTo(5);
        assertThatThrownBy(() -> DecompressionLimit.of(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksForNoMoreMemoryThanAllowed() {
        // A frame header alone: single segment off, window of 2 GiB (exponent 21), then an empty last block.
        byte[] zstd = HexFormat.of().parseHex("28b52ffd00a8010000");
        // A stream header, then a block header with an LZMA2 dictionary of 1 GiB (property 36), padding, CRC-32.
        byte[] xz = HexFormat.of().parseHex("fd377a585a000004e6d6b446" + "0200210124000000" + "5e1fc7f9");

        assertThat(Outcome.of(zstd).reason()).startsWith("the zstd data need more than the 128 MiB");
        assertThat(Outcome.of(xz).reason()).matches("the xz data need \\d+ MiB of memory, more than the .*");
    }
}
