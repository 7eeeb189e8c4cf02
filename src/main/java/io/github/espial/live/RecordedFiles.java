package io.github.espial.live;

import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.Frame;
import io.github.espial.capture.pcapng.PcapngWriter;
import io.github.espial.read.RunningCapture;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Records a running capture as pcapng, in one file or in a ring of files named as {@code dumpcap -b} names them. Only whole
 * blocks are written, so that a file is valid whenever the program is killed. Not thread-safe.
 */
public final class RecordedFiles implements FrameRecorder, Closeable {
    /** Octets that are held back at the most until somebody looks. */
    private static final int HELD_BACK = 1 << 16;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private final Path path;
    private final Optional<Ring> ring;
    private final String tool;
    private final ZoneId zone;
    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private final Deque<Path> written = new ArrayDeque<>();
    private Optional<OutputStream> file = Optional.empty();
    private Optional<PcapngWriter> writer = Optional.empty();
    private Optional<IOException> failure = Optional.empty();
    private int interfaces;
    private int number;
    private long octets;

    /**
     * How files take turns.
     *
     * @param files the oldest is removed where there are more
     * @param octets after which the next begins
     */
    public record Ring(int files, long octets) {
        public Ring {
            if (files < 1 || octets < 1) {
                throw new IllegalArgumentException("no ring of " + files + " files of " + octets + " octets");
            }
        }
    }

    /**
     * Has nothing written yet.
     *
     * @param path of the one file; of a ring, what the names of its files are made from
     * @param tool name and version of the program
     * @param zone of the times in names of a ring's files, as dumpcap has those of the machine
     */
    public RecordedFiles(Path path, Optional<Ring> ring, String tool, ZoneId zone) {
        this.path = path;
        this.ring = ring;
        this.tool = tool;
        this.zone = zone;
    }

    /** Records a frame; once that has failed, none any more, and {@link #throwIfFailed} says so. */
    @Override
    public void record(Frame frame, RunningCapture capture) {
        if (failure.isPresent()) {
            return;
        }
        try {
            if (writer.isEmpty()) {
                begin(frame.nanos());
            }
            if (frame.interfaceId() >= interfaces) {
                List<CaptureInterface> known = capture.interfaces();
                while (interfaces < known.size()) {
                    writer.orElseThrow().add(known.get(interfaces));
                    interfaces++;
                }
            }
            writer.orElseThrow().add(frame, frame.interfaceId(), List.of());
            if (blocks.size() >= HELD_BACK) {
                flush();
            }
            if (ring.filter(turns -> octets + blocks.size() >= turns.octets()).isPresent()) {
                end();
            }
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /** Writes what was held back; in between two frames. */
    public void flush() throws IOException {
        if (file.isPresent() && blocks.size() > 0) {
            octets += blocks.size();
            // In one call, so that no block is cut where the program is killed.
            file.get().write(blocks.toByteArray());
            blocks.reset();
        }
    }

    /**
     * Says where recording has failed.
     *
     * @throws IOException where frames could not be recorded; the message names the file
     */
    public void throwIfFailed() throws IOException {
        if (failure.isPresent()) {
            throw new IOException(path + ": cannot be written: " + failure.get().getMessage(), failure.get());
        }
    }

    private void begin(long nanos) throws IOException {
        number++;
        Path next = ring.isPresent() ? nameOf(nanos) : path;
        file = Optional.of(Files.newOutputStream(next));
        written.add(next);
        if (ring.filter(turns -> written.size() > turns.files()).isPresent()) {
            Files.deleteIfExists(written.removeFirst());
        }
        octets = 0;
        interfaces = 0;
        writer = Optional.of(new PcapngWriter(blocks, tool, List.of()));
    }

    private Path nameOf(long nanos) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        String ending = dot <= 0 ? "" : name.substring(dot);
        Instant begun = Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L));
        String turn = String.format(Locale.ROOT, "_%05d_", number) + TIME.format(begun.atZone(zone));
        return path.resolveSibling(stem + turn + ending);
    }

    private void end() throws IOException {
        flush();
        if (file.isPresent()) {
            file.get().close();
            file = Optional.empty();
        }
        writer = Optional.empty();
    }

    /** Writes what was held back; a capture without a frame becomes a file without one. */
    @Override
    public void close() throws IOException {
        throwIfFailed();
        if (number == 0) {
            begin(0);
        }
        end();
    }
}
