package io.github.espial.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Makes a folder of tickets of every kind: captures of the lab, whose verdicts its truth tells, in folders, archives, in
 * turns and bare; captures of the benchmarks; and one in twenty that is broken. The same seed makes the same octets.
 */
final class TicketShare {
    private static final String FAILED = "failed";
    private static final String MISROUTED = "misrouted";
    private static final int BROKEN_IN = 20;
    private static final int GLOBAL_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int TURNS = 3;

    private final Path folder;
    private final Random random;
    private final List<Sample> samples;
    private final Map<String, String> verdicts = new TreeMap<>();

    /** A capture of the lab, and what it must be found to be. */
    private static final class Sample {
        private final byte[] pcap;
        private final String verdict;

        Sample(byte[] pcap, String verdict) {
            this.pcap = pcap;
            this.verdict = verdict;
        }
    }

    private TicketShare(Path folder, long seed, List<Sample> samples) {
        this.folder = folder;
        this.random = new Random(seed);
        this.samples = samples;
    }

    /**
     * Makes the tickets.
     *
     * @param folder is made
     * @param testdata the captures of the lab
     * @param largeFrames frames of each large capture, one for each entry
     * @return the verdict that each must get, by the name of its case
     */
    static Map<String, String> make(Path folder, Path testdata, int tickets, List<Long> largeFrames, long seed)
            throws IOException {
        Files.createDirectories(folder);
        TicketShare share = new TicketShare(folder, seed, samples(testdata));
        for (int i = 0; i < tickets; i++) {
            String name = String.format("%05d", 10_000 + i);
            share.verdicts.put(name, i % BROKEN_IN == BROKEN_IN - 1 ? share.broken(name, i) : share.sound(name, i));
        }
        for (int i = 0; i < largeFrames.size(); i++) {
            String name = String.format("9%04d large", i);
            Files.createDirectories(folder.resolve(name));
            generate(folder.resolve(name).resolve("eth0.pcap"), largeFrames.get(i), seed + i);
            share.verdicts.put(name, MISROUTED);
        }
        return share.verdicts;
    }

    private static List<Sample> samples(Path testdata) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> folders = Files.list(testdata)) {
            for (Path truth : folders.sorted()
                    .map(one -> one.resolve("truth.json"))
                    .filter(Files::exists)
                    .toList()) {
                String text = Files.readString(truth);
                Path capture = truth.resolveSibling(member("capture", text));
                if (capture.toString().endsWith(".pcap")) {
                    samples.add(new Sample(Files.readAllBytes(capture), member("verdict", text)));
                }
            }
        }
        return samples;
    }

    private static String member(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\": *\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalArgumentException("no member " + name);
        }
        return found.group(1);
    }

    private String sound(String name, int kind) throws IOException {
        Sample sample = samples.get(random.nextInt(samples.size()));
        byte[] pcap = sample.pcap;
        switch (kind % 9) {
            case 0 -> write(name + "/eth0.pcap", pcap);
            case 1 -> {
                write(name + "/eth0.pcap", pcap);
                write(name + "/copy of eth0.pcap", pcap);
                write(name + "/notes.txt", "Called twice, no answer.\n");
                write(name + "/ticket.yaml", "id: T-" + name + "\ncustomer: Example " + random.nextInt(50) + "\n");
            }
            case 2 -> zip(name, "capture.pcap", pcap);
            case 3 -> tar(name, pcap);
            case 4 -> sevenZip(name, pcap);
            case 5 -> write(name + ".pcap", pcap);
            case 6 -> write(name + ".pcap.gz", gzip(pcap));
            case 7 -> turns(name, pcap);
            default -> {
                Files.createDirectories(folder.resolve(name));
                generate(folder.resolve(name).resolve("eth0.pcapng"), 1_500 + random.nextInt(1_000), random.nextLong());
                return MISROUTED;
            }
        }
        return sample.verdict;
    }

    private String broken(String name, int index) throws IOException {
        byte[] pcap = samples.get(random.nextInt(samples.size())).pcap;
        byte[] noise = new byte[5_000];
        random.nextBytes(noise);
        // Neither a magic number nor the beginning of a text.
        noise[0] = 1;
        switch (index / BROKEN_IN % 6) {
            case 0 -> Files.createDirectories(folder.resolve(name));
            case 1 -> write(name + ".pcap", noise);
            case 2 -> write(name + "/eth0.pcap", Arrays.copyOf(pcap, 10));
            case 3 -> {
                zip(name, "capture.pcap", pcap);
                Path archive = folder.resolve(name + ".zip");
                byte[] whole = Files.readAllBytes(archive);
                Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
            }
            case 4 -> write(name + ".7z", noise);
            default -> write(name + "/trace.cap", "The customer could not make one.\n");
        }
        return FAILED;
    }

    /** What {@code dumpcap -b} leaves of one capture: whole records in each file. */
    private void turns(String name, byte[] pcap) throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN);
        int start = GLOBAL_HEADER;
        for (int turn = 1; turn <= TURNS; turn++) {
            int end = start;
            while (end < pcap.length && (turn == TURNS || end < (long) pcap.length * turn / TURNS)) {
                end += RECORD_HEADER + octets.getInt(end + 8);
            }
            byte[] part = Arrays.copyOf(pcap, GLOBAL_HEADER + end - start);
            System.arraycopy(pcap, start, part, GLOBAL_HEADER, end - start);
            // The names alone would sort the other way round.
            write(String.format("%s/eth0_%05d_2026010112000%d.pcap", name, TURNS - turn + 1, turn), part);
            start = end;
        }
    }

    private void zip(String name, String member, byte[] pcap) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name + ".zip")))) {
            zip.putNextEntry(fixed(new ZipEntry("../../" + member)));
            zip.write(pcap);
        }
    }

    private static ZipEntry fixed(ZipEntry entry) {
        entry.setTime(0);
        return entry;
    }

    private void tar(String name, byte[] pcap) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".tar.gz"))))) {
            TarArchiveEntry entry = new TarArchiveEntry("/etc/capture.pcap", true);
            entry.setSize(pcap.length);
            entry.setModTime(0);
            tar.putArchiveEntry(entry);
            tar.write(pcap);
            tar.closeArchiveEntry();
        }
    }

    private void sevenZip(String name, byte[] pcap) throws IOException {
        try (SevenZOutputFile packed =
                new SevenZOutputFile(folder.resolve(name + ".7z").toFile())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("..\\..\\capture.pcap");
            packed.putArchiveEntry(entry);
            packed.write(pcap);
            packed.closeArchiveEntry();
        }
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(octets);
        }
        return packed.toByteArray();
    }

    private static void generate(Path file, long frames, long seed) throws IOException {
        Traffic traffic =
                new Traffic(Workload.IMIX.withFrames(frames).withConnections(20).withSeed(seed));
        try (CaptureFile capture = CaptureFile.create(file)) {
            while (traffic.next()) {
                capture.write(traffic.nanos(), traffic.octets(), traffic.length());
            }
        }
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] octets) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, octets);
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(TicketShare::delete);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
