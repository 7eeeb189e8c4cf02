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

/** One digest of all reports of a case, by which a later run finds out that any was altered, cut short or removed. */
final class ReportDigest {
    private static final int CHUNK = 1 << 16;

    private ReportDigest() {}

    /**
     * SHA-256 of names, lengths and octets, in hexadecimal digits; of a report that is not there, of its name alone.
     *
     * @param out the folder that the reports' names begin at
     */
    static String of(Path out, CaseRow row) throws IOException {
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
