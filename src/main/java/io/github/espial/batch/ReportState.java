package io.github.espial.batch;

import io.github.espial.batch.index.CaseRow;
import io.github.espial.bytes.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What the reports of a case were like when they were written, by which a later run finds out that any was altered, cut short
 * or removed.
 *
 * @param stamp a digest of names, sizes and the times that the system keeps, which nobody sets; empty where it keeps none
 * @param digest of names, lengths and octets, which a copy has as well
 */
record ReportState(String stamp, String digest) {
    private static final int CHUNK = 1 << 16;
    private static final String SEEN = "unix:ino,size,lastModifiedTime,ctime";

    /** As they are now. The names of {@code row}'s reports begin at {@code out}. */
    static ReportState of(Path out, CaseRow row) throws IOException {
        return new ReportState(stampOf(out, row), digestOf(out, row));
    }

    /** Whether they are still as they were. No octet is read where the system's times say so. */
    boolean holds(Path out, CaseRow row) throws IOException {
        return (!stamp.isEmpty() && stamp.equals(stampOf(out, row))) || digest.equals(digestOf(out, row));
    }

    private static String stampOf(Path out, CaseRow row) throws IOException {
        if (!out.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (String report : row.reports()) {
            text.append(report).append('\0');
            try {
                Files.readAttributes(out.resolve(report), SEEN)
                        .forEach((name, value) ->
                                text.append(name).append('=').append(value).append('\n'));
            } catch (NoSuchFileException e) {
                return "";
            }
        }
        return HexFormat.of().formatHex(Sha256.of(text.toString()));
    }

    /** SHA-256 of names, lengths and octets, in hexadecimal digits; of a report that is not there, of its name alone. */
    private static String digestOf(Path out, CaseRow row) throws IOException {
        MessageDigest digest = Sha256.create();
        byte[] chunk = new byte[CHUNK];
        for (String report : row.reports()) {
            digest.update(report.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            try (InputStream octets = Files.newInputStream(out.resolve(report))) {
                long length = 0;
                for (int read = octets.read(chunk); read > 0; read = octets.read(chunk)) {
                    digest.update(chunk, 0, read);
                    length += read;
                }
                digest.update(Long.toString(length).getBytes(StandardCharsets.US_ASCII));
            } catch (NoSuchFileException e) {
                digest.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
