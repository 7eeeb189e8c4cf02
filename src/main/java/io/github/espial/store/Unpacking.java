package io.github.espial.store;

import io.github.espial.bytes.OctetStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks 7-Zip and tar archives, which cannot be read at any position as ZIP archives can, into a folder. The files
 * there are numbered: what an archive calls them is never used as a path. Links, devices and folders are left out.
 */
public final class Unpacking {
    /** More than any case has. */
    public static final int MAX_MEMBERS = 10_000;

    /** Beyond this 7-Zip's decoders are refused; its own largest preset takes 64 MiB. */
    private static final int MAX_DECODER_KIB = 256 << 10;

    private static final byte[] SEVEN_ZIP = {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c};
    private static final byte[] USTAR = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int USTAR_OFFSET = 257;
    private static final int TAR_RECORD = 512;
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final long most;
    private final List<Member> members = new ArrayList<>();
    private long octets;

    private Unpacking(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * A file that was in an archive.
     *
     * @param file where it is now
     * @param name path inside the archive, as a stranger wrote it
     */
    public record Member(Path file, String name) {}

    /** Whether a regular file begins as one of these archives does; a tar archive may be compressed. */
    public static boolean isArchive(CaptureSource.OfFile file) {
        byte[] start;
        try (InputStream stored = Files.newInputStream(file.path())) {
            start = stored.readNBytes(TAR_RECORD);
        } catch (IOException e) {
            // Whoever reads it as something else says why it cannot be read.
            return false;
        }
        return isSevenZip(start) || isTar(start) || isPackedTar(file);
    }

    /**
     * Unpacks an archive.
     *
     * @param folder takes the files; the caller made it, and removes it
     * @param most octets that the files may have together
     * @throws NoRoomException when {@code folder} does not take the files
     * @throws IOException when the archive is damaged, encrypted or beyond a limit; the message says which, without a name
     */
    public static List<Member> unpack(CaptureSource.OfFile file, Path folder, long most) throws IOException {
        long allowed = Math.min(most, file.limit().allowed(Files.size(file.path())));
        Unpacking unpacking = new Unpacking(folder, allowed);
        try (InputStream start = Files.newInputStream(file.path())) {
            if (isSevenZip(start.readNBytes(SEVEN_ZIP.length))) {
                unpacking.sevenZip(file.path());
            } else {
                unpacking.tar(file);
            }
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            // What the library throws at some archives that were made to mislead it.
            throw new IOException("the archive is damaged: " + e.getMessage(), e);
        }
        return unpacking.members;
    }

    private void sevenZip(Path archive) throws IOException {
        try (SevenZFile packed = SevenZFile.builder()
                .setPath(archive)
                .setMaxMemoryLimitKiB(MAX_DECODER_KIB)
                .get()) {
            for (SevenZArchiveEntry entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
                if (entry.hasStream() && !entry.isDirectory() && !entry.isAntiItem()) {
                    add(Objects.requireNonNullElse(entry.getName(), ""), packed.getInputStream(entry));
                }
            }
        } catch (PasswordRequiredException e) {
            throw new IOException("the 7-Zip archive is encrypted: unpack it, and give the captures", e);
        }
    }

    private void tar(CaptureSource.OfFile archive) throws IOException {
        try (Stored stored = Stored.open(archive, ReadProgress.NONE);
                TarArchiveInputStream packed = new TarArchiveInputStream(new OctetStream(stored.octets()), "UTF-8")) {
            for (TarArchiveEntry entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
                if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && packed.canReadEntryData(entry)) {
                    add(entry.getName(), packed);
                }
            }
        }
    }

    private void add(String name, InputStream octetsOfMember) throws IOException {
        if (members.size() == MAX_MEMBERS) {
            throw new IOException(
                    "the archive has more than " + MAX_MEMBERS + " files: unpack it, and give the captures");
        }
        Path file = folder.resolve(String.format("%05d", members.size()));
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = octetsOfMember.read(chunk); read >= 0; read = octetsOfMember.read(chunk)) {
                octets += read;
                if (octets > most) {
                    throw new IOException("unpacked, the archive exceeds the limit of " + most + " octets");
                }
                write(out, chunk, read);
            }
        }
        members.add(new Member(file, name));
    }

    private void write(OutputStream out, byte[] chunk, int length) throws NoRoomException {
        try {
            out.write(chunk, 0, length);
        } catch (IOException e) {
            throw new NoRoomException(folder, e);
        }
    }

    private static boolean isPackedTar(CaptureSource.OfFile file) {
        try (Stored stored = Stored.open(file, ReadProgress.NONE)) {
            return stored.compression() != Compression.NONE
                    && isTar(new OctetStream(stored.octets()).readNBytes(TAR_RECORD));
        } catch (IOException e) {
            // Whoever reads it as something else says why it cannot be read.
            return false;
        }
    }

    private static boolean isSevenZip(byte[] start) {
        return start.length >= SEVEN_ZIP.length
                && Arrays.equals(start, 0, SEVEN_ZIP.length, SEVEN_ZIP, 0, SEVEN_ZIP.length);
    }

    private static boolean isTar(byte[] start) {
        return start.length == TAR_RECORD
                && Arrays.equals(start, USTAR_OFFSET, USTAR_OFFSET + USTAR.length, USTAR, 0, USTAR.length);
    }
}
