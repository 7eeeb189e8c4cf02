package io.github.espial.bench;

import io.github.espial.wire.FrameBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Makes a capture of many distinct things of each kind. */
final class MakeDistinct {
    private static final String USAGE =
            "usage: distinct.sh FOLDER N    for each kind KIND-N.pcap with N distinct things\n";

    /** Two thousand frames a second: a million takes minutes, not days. */
    private static final long STEP_NANOS = 500_000;

    private MakeDistinct() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.print(USAGE);
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        for (Distinct kind : Distinct.values()) {
            write(kind, count, folder.resolve(fileName(kind, count)));
        }
    }

    static String fileName(Distinct kind, int count) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + count + ".pcap";
    }

    static void write(Distinct kind, int count, Path file) throws IOException {
        long nanos = 1_790_000_000_000_000_000L;
        try (CaptureFile capture = CaptureFile.create(file)) {
            for (int i = 0; i < count; i++) {
                for (FrameBuilder frame : kind.frames(i)) {
                    byte[] octets = frame.octets();
                    capture.write(nanos, octets, octets.length);
                    nanos += STEP_NANOS;
                }
            }
        }
    }
}
