package io.github.espial.bench;

import io.github.espial.wire.FrameBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes a capture of many distinct things of each kind. */
final class MakeDistinct {
    private static final String USAGE = """
            usage: distinct.sh FOLDER N            for each kind KIND-N.pcap with N distinct things
                   distinct.sh FOLDER N KIND...    these only, such as next-hops
            """;

    /** Two thousand frames a second: a million takes minutes, not days. */
    private static final long STEP_NANOS = 500_000;

    private MakeDistinct() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.print(USAGE);
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        Set<String> kinds = Set.copyOf(List.of(arguments).subList(2, arguments.length));
        for (Distinct kind : Distinct.values()) {
            if (kinds.isEmpty() || kinds.contains(name(kind))) {
                write(kind, count, folder.resolve(name(kind) + "-" + count + ".pcap"));
            }
        }
    }

    private static String name(Distinct kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void write(Distinct kind, int count, Path file) throws IOException {
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
