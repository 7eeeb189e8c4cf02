package io.github.espial.read;

import io.github.espial.capture.CaptureException;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ZipArchive;
import io.github.espial.store.ZipMember;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The captures in a ZIP archive.
 *
 * @param captures members that are captures, in the order of the archive, named {@code archive!member}
 * @param others for each other member, one line that names it and says why it is none
 */
public record CaptureArchive(List<CaptureSource> captures, List<String> others) {
    public CaptureArchive {
        captures = List.copyOf(captures);
        others = List.copyOf(others);
    }

    /** Whether {@code file} is an archive to {@link #open}; what cannot be read is none. */
    public static boolean isArchive(CaptureSource.OfFile file) {
        try {
            return ZipArchive.isZip(file.path());
        } catch (IOException e) {
            // Whoever reads it as a capture says what is wrong with it.
            return false;
        }
    }

    /**
     * Looks at the beginning of each member.
     *
     * @throws CaptureException if the archive cannot be read, or none of its members is a capture
     */
    public static CaptureArchive open(CaptureSource.OfFile file) throws CaptureException {
        List<CaptureSource> captures = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (ZipMember member : members(file)) {
            CaptureSource source =
                    new CaptureSource.OfMember(file.path(), member, file.name() + "!" + member.name(), file.limit());
            try {
                CaptureReader.probe(source);
                captures.add(source);
            } catch (CaptureException e) {
                others.add(Objects.requireNonNull(e.getMessage()));
            }
        }
        if (captures.isEmpty()) {
            throw new CaptureException(
                    file.name(),
                    0,
                    others.isEmpty()
                            ? "the ZIP archive is empty"
                            : "the ZIP archive holds no capture: " + others.get(0)
                                    + (others.size() == 1
                                            ? ""
                                            : "; and " + (others.size() - 1) + " more such members"));
        }
        return new CaptureArchive(captures, others);
    }

    private static List<ZipMember> members(CaptureSource.OfFile file) throws CaptureException {
        try {
            return ZipArchive.members(file.path());
        } catch (IOException e) {
            CaptureException unreadable = new CaptureException(
                    file.name(), 0, Objects.requireNonNullElse(e.getMessage(), "the ZIP archive cannot be read"));
            unreadable.initCause(e);
            throw unreadable;
        }
    }
}
