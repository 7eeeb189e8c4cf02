package io.github.espial.cases;

import io.github.espial.bytes.Deadline;
import io.github.espial.bytes.OctetStream;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.RingFile;
import io.github.espial.cases.CaseFiles.Other;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import io.github.espial.context.file.UnreadText;
import io.github.espial.read.CaptureReader;
import io.github.espial.scan.ScansFile;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.Compression;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.store.ReadProgress;
import io.github.espial.store.Stored;
import io.github.espial.store.ZipArchive;
import io.github.espial.store.ZipMember;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts what is handed over for a case by its content: captures, words of the machine, and what is neither. Nothing is
 * unpacked to disk, and no link in a folder is followed.
 */
public final class Intake {
    /** Octets that tell text from a capture. */
    private static final int LOOKED_AT = 512;

    /** Octets by which a text is described of which nothing is read. */
    private static final int DESCRIBED_BY = 1 << 13;

    private final DecompressionLimit limit;
    private final Deadline deadline;
    private final List<CaptureSource> captures = new ArrayList<>();
    private final List<ContextFile> contexts = new ArrayList<>();
    private final List<Other> others = new ArrayList<>();
    private final Set<Path> files = new HashSet<>();
    private final Set<Path> taken = new HashSet<>();

    /** @param limit how large a capture may become when it is decompressed */
    public Intake(DecompressionLimit limit) {
        this(limit, Deadline.NONE);
    }

    /**
     * @param limit how large a capture may become when it is decompressed
     * @param deadline up to when words of machines are read
     */
    public Intake(DecompressionLimit limit, Deadline deadline) {
        this.limit = limit;
        this.deadline = deadline;
    }

    /** Takes a stream for a capture; the caller closes it. */
    public void addStream(InputStream octets, String name) {
        captures.add(new CaptureSource.OfStream(octets, name, limit));
    }

    /** Takes a capture that is read wherever it is. */
    public void addCapture(CaptureSource capture) {
        captures.add(capture);
    }

    /** Takes words of the machine that were read already. */
    public void addContext(ContextFile context) {
        contexts.add(context);
    }

    /**
     * Takes a capture, scans of captures, words of the machine, an archive, or a folder. A file that is none of these is taken for a capture,
     * so that whoever reads it says what is wrong with it.
     *
     * @param name as messages call it
     * @return false where the same file was taken before
     * @throws IOException when a folder or an archive cannot be read, or holds nothing that is known; the message names it
     */
    public boolean add(Path path, String name) throws IOException {
        if (Files.isDirectory(path)) {
            addFolder(path, name);
            return true;
        }
        boolean isRegular = Files.isRegularFile(path);
        if (isRegular && !files.add(path.toRealPath())) {
            return false;
        }
        if (isRegular) {
            taken.add(path.toRealPath());
        }
        CaptureSource.OfFile file = new CaptureSource.OfFile(path, name, limit);
        if (isRegular && isZip(path)) {
            addArchive(file);
        } else if (isRegular && isScan(file)) {
            addScans(file);
        } else if (!isRegular || !isText(path)) {
            captures.add(file);
        } else {
            addText(file);
        }
        return true;
    }

    private void addText(CaptureSource file) throws IOException {
        boolean hasWords = addWords(file);
        if (isCapture(file)) {
            captures.add(file);
        } else if (!hasWords) {
            Optional<String> kind = description(file);
            if (kind.isPresent()) {
                throw new IOException(notRead(file, kind.get()));
            }
            captures.add(file);
        }
    }

    /** Takes a file that nobody named: what is neither a capture, nor words of the machine, nor an archive, is noted. */
    public void offer(Path path, String name) throws IOException {
        if (files.add(path.toRealPath())) {
            int known = captures.size() + contexts.size();
            addFound(path, name);
            if (captures.size() + contexts.size() > known) {
                taken.add(path.toRealPath());
            }
        }
    }

    /** What was taken so far. */
    public CaseFiles files() {
        boolean isRedacted = false;
        for (CaptureSource capture : captures) {
            isRedacted |= capture instanceof CaptureSource.Scanned scanned && scanned.isRedacted();
        }
        return new CaseFiles(inOrderOfRings(captures), contexts, others, taken, isRedacted);
    }

    /** Files of ring buffers stand in the order of time, all others where they stood. */
    private static List<CaptureSource> inOrderOfRings(List<CaptureSource> captures) {
        if (captures.size() < 2) {
            return captures;
        }
        Iterator<CaptureSource> ringFiles = captures.stream()
                .filter(capture -> RingFile.of(capture.name()).isPresent())
                .sorted(Comparator.comparing(
                        capture -> RingFile.of(capture.name()).orElseThrow()))
                .iterator();
        return captures.stream()
                .map(capture -> RingFile.of(capture.name()).isPresent() ? ringFiles.next() : capture)
                .toList();
    }

    private void addFolder(Path folder, String name) throws IOException {
        int known = captures.size() + contexts.size();
        int unknown = others.size();
        FolderListing listing = FolderListing.of(folder, name);
        others.addAll(listing.leftOut());
        for (FolderListing.Entry entry : listing.files()) {
            offer(entry.path(), entry.name());
        }
        if (captures.size() + contexts.size() == known) {
            throw nothingIn(name, "folder", others.subList(unknown, others.size()));
        }
    }

    private void addFound(Path path, String name) {
        CaptureSource.OfFile file = new CaptureSource.OfFile(path, name, limit);
        try {
            if (isZip(path)) {
                addArchive(file);
            } else {
                addFound(file);
            }
        } catch (IOException e) {
            others.add(new Other(name, Objects.requireNonNull(e.getMessage())));
        }
    }

    private void addArchive(CaptureSource.OfFile file) throws IOException {
        int known = captures.size() + contexts.size();
        int unknown = others.size();
        for (ZipMember member : members(file)) {
            addFound(new CaptureSource.OfMember(file.path(), member, file.name() + "!" + member.name(), limit));
        }
        if (captures.size() + contexts.size() == known) {
            List<Other> reasons = others.subList(unknown, others.size());
            CaptureException nothing = nothingIn(file.name(), "ZIP archive", reasons);
            reasons.clear();
            throw nothing;
        }
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

    /** Takes what nobody named, so that it may as well be something else. */
    private void addFound(CaptureSource source) {
        try {
            CaptureReader.probe(source);
            captures.add(source);
            if (isText(source)) {
                addWords(source);
            }
        } catch (CaptureException notCapture) {
            if (isScan(source)) {
                addScansFound(source);
            } else if (!addWords(source)) {
                others.add(new Other(source.name(), reason(source, notCapture)));
            }
        }
    }

    /** Whether the file holds scans of captures, by its first octets. */
    public static boolean isScan(Path path) {
        return isScan(new CaptureSource.OfFile(path, path.toString()));
    }

    private static boolean isScan(CaptureSource source) {
        try (Stored stored = Stored.openForParts(source, ReadProgress.NONE)) {
            return ScansFile.begins(new OctetStream(stored.octets()).readNBytes(ScansFile.LOOKED_AT));
        } catch (IOException e) {
            // Whoever reads it as a capture says why it cannot be read.
            return false;
        }
    }

    private void addScans(CaptureSource source) throws IOException {
        try (Stored stored = Stored.openForParts(source, ReadProgress.NONE)) {
            captures.addAll(ScansFile.read(new OctetStream(stored.octets())));
        } catch (IOException e) {
            throw new IOException(source.name() + ": " + e.getMessage(), e);
        }
    }

    private void addScansFound(CaptureSource source) {
        try {
            addScans(source);
        } catch (IOException e) {
            others.add(new Other(source.name(), Objects.requireNonNull(e.getMessage())));
        }
    }

    /** Whether lines of tcpdump stand among the words. */
    private static boolean isCapture(CaptureSource source) {
        try {
            CaptureReader.probe(source);
            return true;
        } catch (CaptureException noCapture) {
            return false;
        }
    }

    private static boolean isText(CaptureSource source) {
        try (Stored stored = Stored.open(source, ReadProgress.NONE)) {
            return ContextReader.isText(new OctetStream(stored.octets()).readNBytes(LOOKED_AT));
        } catch (IOException e) {
            // As a capture it was looked at already.
            return false;
        }
    }

    /** Why nothing is read of a file: a text is described for what it is, for as a capture nobody meant it. */
    private static String reason(CaptureSource source, CaptureException notCapture) {
        return description(source)
                .map(kind -> notRead(source, kind))
                .orElseGet(() -> Objects.requireNonNull(notCapture.getMessage()));
    }

    private static String notRead(CaptureSource source, String kind) {
        return source.name() + ": " + kind + ", not read: no part of it is of a form that Espial knows";
    }

    private static Optional<String> description(CaptureSource source) {
        try (Stored stored = Stored.open(source, ReadProgress.NONE)) {
            return UnreadText.describe(new OctetStream(stored.octets()).readNBytes(DESCRIBED_BY));
        } catch (IOException e) {
            // Whoever reads it as a capture says why it cannot be read.
            return Optional.empty();
        }
    }

    /** Takes {@code source} if words of a machine are in it; what cannot be read has none. */
    private boolean addWords(CaptureSource source) {
        Optional<ContextFile> words;
        try {
            if (isOfPackets(source)) {
                return false;
            }
            words = words(source);
        } catch (IOException e) {
            // As a capture it cannot be read either, and whoever tries says why.
            return false;
        }
        words.ifPresent(contexts::add);
        return words.isPresent();
    }

    private static boolean isOfPackets(CaptureSource source) throws IOException {
        try (Stored stored = Stored.open(source, ReadProgress.NONE)) {
            return UnreadText.isOfPackets(new OctetStream(stored.octets()).readNBytes(LOOKED_AT));
        }
    }

    private Optional<ContextFile> words(CaptureSource source) throws IOException {
        try (Stored stored = Stored.open(source, ReadProgress.NONE)) {
            boolean isPlainFile = source instanceof CaptureSource.OfFile && stored.compression() == Compression.NONE;
            ContextFile words = isPlainFile
                    ? ContextReader.read(source.name(), source.file().orElseThrow(), deadline)
                    : ContextReader.read(source.name(), new OctetStream(stored.octets()), deadline);
            return Optional.of(words).filter(ContextFile::isRecognised);
        }
    }

    /** Whether it begins as text does: cheaper to see than what is wrong with it as a capture. */
    private static boolean isText(Path path) {
        try (InputStream octets = Files.newInputStream(path)) {
            return ContextReader.isText(octets.readNBytes(LOOKED_AT));
        } catch (IOException e) {
            // Whoever reads it as a capture says why it cannot be read.
            return false;
        }
    }

    private static boolean isZip(Path path) throws IOException {
        try {
            return ZipArchive.isZip(path);
        } catch (AccessDeniedException e) {
            // Whoever reads it as a capture says so.
            return false;
        }
    }

    private static CaptureException nothingIn(String name, String what, List<Other> reasons) {
        String more = reasons.size() > 1 ? "; and " + (reasons.size() - 1) + " more such files" : "";
        return new CaptureException(
                name,
                0,
                reasons.isEmpty()
                        ? "the " + what + " is empty"
                        : "the " + what + " holds no capture and no output that Espial knows: "
                                + reasons.get(0).reason() + more);
    }
}
