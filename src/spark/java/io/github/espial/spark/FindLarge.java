package io.github.espial.spark;

import io.github.espial.batch.BatchOptions;
import io.github.espial.batch.ticket.CaseIntake;
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

    FindLarge(Broadcast<ClusterBatch> batch) {
        this.batch = batch;
    }

    @Override
    public Iterator<LargeCapture> call(ListedCase listed) throws IOException {
        List<LargeCapture> found = new ArrayList<>();
        if (!Attempt.isHopeless()) {
            Path work = Files.createTempDirectory("espial-");
            try {
                find(listed, work, found);
            } catch (IOException e) {
                // Whoever diagnoses the case says what is wrong with it.
                found.clear();
            } finally {
                Publication.remove(work);
            }
        }
        return found.iterator();
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
            boolean isLarge =
                    captures.get(place).size().orElse(0) >= batch.value().dividedOctets();
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
                    listed.index(),
                    place,
                    FileSystems.travelling(file.path()),
                    file.name(),
                    file.size().orElse(0),
                    LargeCapture.NONE));
        }
    }
}
