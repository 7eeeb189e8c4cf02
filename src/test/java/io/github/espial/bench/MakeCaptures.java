package io.github.espial.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the captures of the benchmarks, or a single one to measure. */
final class MakeCaptures {
    private static final String USAGE = """
            usage: captures.sh FOLDER                 the captures of the benchmarks, 6 GB
                   captures.sh FILE [OPTION VALUE]... one: .pcap, .pcapng, .pcap.gz or .pcapng.gz
              --frames N       frames (4000000)
              --octets N       their mean length (384): 64, about N and 1514 octets, 7 to 4 to 1
              --esp PERCENT    share of ESP (70)
              --spis N         distinct SPIs (4)
              --peers N        IPsec peers (2)
              --connections N  TCP connections, each to a host of its own (1000)
              --inner N        ESP holds IP packets of N octets, 40 to 1400, under AES-256-GCM; FILE.keys has the keys
              --seed N         of all that is random (1)
            """;

    private MakeCaptures() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length % 2 == 0) {
            System.err.print(USAGE);
            System.exit(2);
        }
        Path target = Path.of(arguments[0]);
        if (arguments.length == 1 && !target.getFileName().toString().contains(".pcap")) {
            Files.createDirectories(target);
            for (Map.Entry<String, Workload> capture : all().entrySet()) {
                make(target.resolve(capture.getKey()), capture.getValue(), System.err);
            }
            return;
        }
        Workload workload = Workload.IMIX;
        try {
            for (int i = 1; i < arguments.length; i += 2) {
                workload = with(workload, arguments[i], Long.parseLong(arguments[i + 1]));
            }
        } catch (ArithmeticException | IllegalArgumentException e) {
            System.err.println("captures.sh: " + e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
        make(target, workload, System.err);
    }

    /** What the benchmarks measure, by file name. */
    static Map<String, Workload> all() {
        Map<String, Workload> captures = new LinkedHashMap<>();
        captures.put("small.pcap", Workload.IMIX.withFrames(1_000).withConnections(20));
        captures.put("imix.pcap", Workload.IMIX);
        captures.put("imix.pcapng", Workload.IMIX);
        captures.put("imix.pcap.gz", Workload.IMIX);
        captures.put("imix-half.pcap", Workload.IMIX.withFrames(2_000_000));
        captures.put(
                "spis.pcap",
                Workload.IMIX
                        .withFrames(5_000_200)
                        .withMeanOctets(200)
                        .withEspPercent(100)
                        .withSpis(5_000_000));
        captures.put("connections-5000.pcap", Workload.IMIX.withFrames(100_000).withConnections(5_000));
        captures.put(
                "connections-100000.pcap", Workload.IMIX.withFrames(2_500_000).withConnections(100_000));
        return captures;
    }

    /** Writes one capture, unless it is there already. */
    static void make(Path file, Workload workload, PrintStream log) throws IOException {
        if (Files.exists(file)) {
            log.println(file + ": there already");
            return;
        }
        Traffic traffic = new Traffic(workload);
        try (CaptureFile capture = CaptureFile.create(file)) {
            while (traffic.next()) {
                capture.write(traffic.nanos(), traffic.octets(), traffic.length());
            }
        }
        if (workload.innerOctets() > 0) {
            Files.write(file.resolveSibling(file.getFileName() + ".keys"), traffic.keys());
        }
        log.println(file + ": " + workload.frames() + " frames, " + Files.size(file) + " octets");
    }

    private static Workload with(Workload workload, String option, long value) {
        return switch (option) {
            case "--frames" -> workload.withFrames(value);
            case "--octets" -> workload.withMeanOctets(Math.toIntExact(value));
            case "--esp" -> workload.withEspPercent(Math.toIntExact(value));
            case "--spis" -> workload.withSpis(Math.toIntExact(value));
            case "--peers" -> workload.withPeers(Math.toIntExact(value));
            case "--connections" -> workload.withConnections(Math.toIntExact(value));
            case "--inner" -> workload.withInnerOctets(Math.toIntExact(value));
            case "--seed" -> workload.withSeed(value);
            default -> throw new IllegalArgumentException("no option: " + option);
        };
    }
}
