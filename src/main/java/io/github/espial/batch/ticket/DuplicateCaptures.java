package io.github.espial.batch.ticket;

import io.github.espial.bytes.OctetStream;
import io.github.espial.bytes.Sha256;
import io.github.espial.cases.CaseFiles;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import io.github.espial.store.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Leaves out captures that are there twice, which would count every frame twice. */
final class DuplicateCaptures {
    private DuplicateCaptures() {}

    /** The captures of {@code files} with each content once; the others are noted. Only those of one size are read. */
    static CaseFiles leftOut(CaseFiles files) {
        Map<Long, Long> sizes = files.captures().stream()
                .collect(Collectors.groupingBy(capture -> capture.size().orElse(-1), Collectors.counting()));
        if (sizes.size() == files.captures().size()) {
            return files;
        }
        List<CaptureSource> once = new ArrayList<>();
        List<CaseFiles.Other> others = new ArrayList<>(files.others());
        Map<String, String> names = new HashMap<>();
        for (CaptureSource capture : files.captures()) {
            boolean isAlone = sizes.getOrDefault(capture.size().orElse(-1), 0L) < 2;
            String content = isAlone ? capture.name() : content(capture);
            String first = names.putIfAbsent(content, capture.name());
            if (first == null) {
                once.add(capture);
            } else {
                others.add(new CaseFiles.Other(
                        capture.name(), capture.name() + ": the same octets as " + first + ", so it is read once"));
            }
        }
        return new CaseFiles(once, files.contexts(), others, files.taken(), files.isRedacted());
    }

    private static String content(CaptureSource capture) {
        MessageDigest digest = Sha256.create();
        if (capture instanceof CaptureSource.Scanned scanned) {
            digest.update(scanned.scan().duplicate());
            return HexFormat.of().formatHex(digest.digest());
        }
        try (Stored stored = Stored.open(capture, ReadProgress.NONE);
                InputStream octets = new DigestInputStream(new OctetStream(stored.octets()), digest)) {
            octets.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Whoever reads it says what is wrong with it; until there it may still be the same as another.
            return capture.name();
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
