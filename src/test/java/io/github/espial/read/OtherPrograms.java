package io.github.espial.read;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What tshark and editcap make of a capture. */
final class OtherPrograms {
    private static final int HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** Beyond this the seconds of a pcap file begin again at 0. */
    static final long NANOS_OF_ALL_SECONDS = (1L << 32) * NANOS_PER_SECOND;

    private static final BigDecimal GREATEST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Frames until a program gave up, and whether it came to the end of the file. */
    record Frames(List<String> lines, boolean isWhole) {
        private static final int CAPTURED_LENGTH = 2;

        /** The same up to the last frame that has an octet. */
        Frames withoutEmptyEnd() {
            int end = lines.size();
            while (end > 0 && lines.get(end - 1).split(" ", -1)[CAPTURED_LENGTH].equals("0")) {
                end--;
            }
            return new Frames(lines.subList(0, end), isWhole);
        }
    }

    private OtherPrograms() {}

    /** Whether both are installed. */
    static boolean areInstalled() throws InterruptedException {
        try {
            return run(Path.of("/dev/null"), "tshark", "--version") == 0
                    && run(Path.of("/dev/null"), "editcap", "--version") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Number, nanoseconds up to the greatest that a long holds, captured length, original length and MD5 of each frame, by tshark. */
    static Frames tshark(Path file, Path scratch) throws IOException, InterruptedException {
        String fields = "-Tfields -eframe.number -eframe.time_epoch -eframe.cap_len -eframe.len -eframe.md5_hash";
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
        command.addAll(List.of("-o", "frame.generate_md5_hash:TRUE", "--disable-protocol", "eth"));
        command.addAll(List.of(fields.split(" ", -1)));
        int status = run(scratch, command.toArray(String[]::new));
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(scratch, StandardCharsets.ISO_8859_1)) {
            String[] columns = line.split("\t", -1);
            if (columns.length == 5 && !columns[4].isEmpty()) {
                columns[1] = columns[1].isEmpty()
                        ? "none"
                        : new BigDecimal(columns[1])
                                .movePointRight(9)
                                .min(GREATEST_NANOS)
                                .toBigInteger()
                                .toString();
                lines.add(String.join(" ", columns));
            }
        }
        return new Frames(lines, status == 0);
    }

    /** Link type, nanoseconds, lengths and SHA-256 of each frame, by editcap; empty where it cannot convert the file. */
    static Frames editcap(Path file, Path scratch) throws IOException, InterruptedException {
        Files.deleteIfExists(scratch);
        int status = run(Path.of("/dev/null"), "editcap", "-F", "nsecpcap", file.toString(), scratch.toString());
        List<String> lines = new ArrayList<>();
        if (!Files.exists(scratch) || Files.size(scratch) < HEADER) {
            return new Frames(lines, false);
        }
        ByteBuffer octets = ByteBuffer.wrap(Files.readAllBytes(scratch)).order(ByteOrder.LITTLE_ENDIAN);
        int linkType = octets.getInt(HEADER - 4) & 0xffff;
        for (int at = HEADER; at + RECORD_HEADER <= octets.capacity(); at += RECORD_HEADER + octets.getInt(at + 8)) {
            byte[] frame = new byte[octets.getInt(at + 8)];
            octets.get(at + RECORD_HEADER, frame);
            long nanos = Integer.toUnsignedLong(octets.getInt(at)) * NANOS_PER_SECOND + octets.getInt(at + 4);
            lines.add(linkType + " " + nanos + " " + frame.length + " " + octets.getInt(at + 12) + " "
                    + FrameDigest.digest("SHA-256", frame));
        }
        return new Frames(lines, status == 0);
    }

    private static int run(Path output, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }
}
