package io.github.espial.spark;

import io.github.espial.batch.BatchOptions;
import io.github.espial.batch.ticket.CaseIntake;
import io.github.espial.batch.ticket.CasePlace;
import io.github.espial.capture.CaptureException;
import io.github.espial.cases.FolderListing;
import io.github.espial.scan.ScannedPieces;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Finds the captures of a case that are worth to be scanned in pieces, and can be. */
final class FindLarge implements FlatMapFunction<ListedCase, LargeCapture> {
    private static final long serialVersionUID = 1;

    private final Broadcast<ClusterBatch> batch;
    private final long least;

    /** @param least octets of a capture that is scanned in pieces */
    FindLarge(Broadcast<ClusterBatch> batch, long least) {
        this.batch = batch;
        this.least = least;
    }

    @Override
    public Iterator<LargeCapture> call(ListedCase listed) throws IOException {
        List<LargeCapture> found = new ArrayList<>();
        if (!Attempt.isHopeless()) {
            Path work = Files.createTempDirectory("espial-");
            try {
                // Before archives beside it are unpacked, which takes long.
                if (hasLarge(listed.place(batch.value()))) {
                    find(listed, work, found);
                }
            } catch (IOException | RuntimeException e) {
                // Whoever diagnoses the case says what is wrong with it.
                found.clear();
            } finally {
                Publication.remove(work);
            }
        }
        return found.iterator();
    }

    /** Whether any file of the case, as it lies there, can be scanned in pieces and is worth it. */
    private boolean hasLarge(CasePlace place) throws IOException {
        if (place.kind() == CasePlace.Kind.ARCHIVE) {
            return false;
        }
        List<Path> files = new ArrayList<>();
        for (Path path : place.paths()) {
            if (place.kind() == CasePlace.Kind.FOLDER) {
                FolderListing.of(path, place.name()).files().forEach(entry -> files.add(entry.path()));
            } else {
                files.add(path);
            }
        }
        for (Path file : files) {
            if (Files.size(file) >= least && isDivisible(file)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDivisible(Path file) throws IOException {
        try {
            Optional<ScannedPieces> pieces = LargeCapture.open(CaptureSource.file(file), 0, LargeCapture.NONE);
            if (pieces.isPresent()) {
                pieces.get().close();
            }
            return pieces.isPresent();
        } catch (CaptureException noCapture) {
            return false;
        }
    }

    private void find(ListedCase listed, Path work, List<LargeCapture> found) throws IOException {
        BatchOptions options = batch.value().options();
        List<CaptureSource> captures = CaseIntake.read(
                        listed.place(batch.value()),
                        options.limits().decompressed(),
                        options.limits().octets(),
                        work.resolve("unpacked"))
                .files()
                .captures();
        for (int place = 0; place < captures.size(); place++) {
            boolean isLarge = captures.get(place).size().orElse(0) >= least;
            // What was unpacked lies on this machine only.
            if (isLarge
                    && captures.get(place) instanceof CaptureSource.OfFile file
                    && !file.path().startsWith(work)) {
                add(listed, place, file, found);
            }
        }
    }

    private static void add(ListedCase listed, int place, CaptureSource.OfFile file, List<LargeCapture> found)
            throws IOException {
        Optional<ScannedPieces> pieces = LargeCapture.open(file, place, LargeCapture.NONE);
        if (pieces.isPresent()) {
            pieces.get().close();
            found.add(new LargeCapture(
                    listed,
                    place,
                    FileSystems.travelling(file.path()),
                    file.name(),
                    file.size().orElse(0),
                    LargeCapture.NONE,
                    LargeCapture.Order.NONE));
        }
    }
}
