package io.github.espial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZipArchiveTest {
    private static final byte[] SAMPLE = Packed.sample(100_000);

    @TempDir
    private Path folder = Path.of("");

    private Path file(byte[] octets) throws IOException {
        return Files.write(folder.resolve("a.zip"), octets);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                if (name.startsWith("stored")) {
                    CRC32 crc = new CRC32();
                    crc.update(SAMPLE);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(SAMPLE.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                if (!name.endsWith("/")) {
                    zip.write(SAMPLE);
                }
            }
        }
        return octets.toByteArray();
    }

    private static byte[] unpack(Path archive, ZipMember member) throws IOException {
        try (MemberStream stream = MemberStream.open(archive, member)) {
            return stream.readAllBytes();
        }
    }

    @Test
    void listsAndUnpacksFilesButNoFolders() throws IOException {
        Path archive = file(zip("folder/", "folder/deflated", "stored", "../../etc/p\u00e4sswd"));

        assertThat(ZipArchive.isZip(archive)).isTrue();
        assertThat(ZipArchive.members(archive))
                .extracting(ZipMember::name)
                .containsExactly("folder/deflated", "stored", "../../etc/p\u00e4sswd");
        for (ZipMember member : ZipArchive.members(archive)) {
            assertThat(member.size()).isEqualTo(SAMPLE.length);
            assertThat(unpack(archive, member)).isEqualTo(SAMPLE);
        }
    }

    @Test
    void readsArchivesThatStandBehindOtherOctets() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("PK\3\4 not the beginning that counts".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        all.writeBytes(zip("a", "b"));
        Path archive = file(all.toByteArray());

        assertThat(unpack(archive, ZipArchive.members(archive).get(1))).isEqualTo(SAMPLE);
    }

    @ParameterizedTest
    @EnumSource(Zip64Mode.class)
    void readsZip64(Zip64Mode mode) throws IOException {
        Path archive = folder.resolve("64.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            zip.setUseZip64(mode);
            for (String name : new String[] {"first", "second"}) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(SAMPLE);
                zip.closeArchiveEntry();
            }
        }
        assertThat(ZipArchive.members(archive)).extracting(ZipMember::name).containsExactly("first", "second");
        assertThat(unpack(archive, ZipArchive.members(archive).get(1))).isEqualTo(SAMPLE);
    }

    @Test
    void saysThatAMemberIsEncrypted() throws Exception {
        Files.write(folder.resolve("secret"), SAMPLE);
        ProcessBuilder tool = new ProcessBuilder("zip", "-q", "-P", "word", "x.zip", "secret");
        assumeTrue(isDone(tool.directory(folder.toFile())), "zip is installed");
        Path archive = folder.resolve("x.zip");

        assertThatThrownBy(() -> unpack(archive, ZipArchive.members(archive).get(0)))
                .hasMessage("encrypted in the ZIP archive: unpack the archive, and give the capture");
    }

    private static boolean isDone(ProcessBuilder process) throws InterruptedException {
        try {
            return process.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void namesMethodsThatItDoesNotKnow() {
        ZipMember deflate64 = new ZipMember("x", 9, false, SAMPLE.length, SAMPLE.length, 0, 0);

        assertThatThrownBy(() -> unpack(file(zip("x")), deflate64))
                .hasMessageStartingWith("the ZIP archive is damaged: the member reaches beyond its end");
        assertThatThrownBy(() -> unpack(file(zip("stored")), deflate64))
                .hasMessageStartingWith("compressed by method 9 of ZIP, which is not supported");
    }

    @Test
    void refusesMoreMembersThanAnyoneHas() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            for (int i = 0; i <= ZipArchive.MAX_MEMBERS; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
            }
        }
        Path archive = file(octets.toByteArray());

        assertThatThrownBy(() -> ZipArchive.members(archive))
                .hasMessageStartingWith("the ZIP archive has more than 10000 members");
    }

    @Test
    void yieldsWhatStandsBeforeDamage() throws IOException {
        byte[] zip = zip("stored");
        zip[60_000] ^= 1;
        Path archive = file(zip);
        byte[] octets = new byte[SAMPLE.length];
        try (MemberStream stream =
                MemberStream.open(archive, ZipArchive.members(archive).get(0))) {
            assertThat(stream.readNBytes(octets, 0, octets.length)).isEqualTo(SAMPLE.length);
            assertThatThrownBy(stream::read)
                    .hasMessage("the data of the ZIP member are damaged: the CRC-32 is not theirs");
        }
    }

    @Test
    void fallsOverNothingWhateverIsCutOrDamaged() throws IOException {
        byte[] zip = zip("a", "stored");
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            byte[] damaged = round % 2 == 0 ? Arrays.copyOf(zip, random.nextInt(zip.length)) : zip.clone();
            if (round % 2 == 1) {
                // The directory and the record at the end are what is read first.
                int place = round % 4 == 1 ? random.nextInt(zip.length) : zip.length - 1 - random.nextInt(130);
                damaged[place] ^= (byte) (1 + random.nextInt(255));
            }
            Path archive = file(damaged);
            try {
                for (ZipMember member : ZipArchive.members(archive)) {
                    unpack(archive, member);
                }
            } catch (IOException e) {
                assertThat(e.getMessage()).as("round %d", round).isNotBlank();
            }
        }
    }
}
