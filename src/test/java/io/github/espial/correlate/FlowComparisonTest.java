package io.github.espial.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.Secret;
import io.github.espial.net.Spi;
import io.github.espial.read.Division;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inner flows, frame for frame as tshark decrypts them with the same keys. */
class FlowComparisonTest {
    /** Capture, then key file, as of {@code src/test/sh/compare-flows}. */
    private static final String PAIR = System.getProperty("espial.flows", "");

    private static final Map<String, String> CIPHERS = Map.of(
            "rfc4106gcmaes", "AES-GCM with 16 octet ICV [RFC4106]",
            "aesgcm16", "AES-GCM with 16 octet ICV [RFC4106]",
            "aesgcm16128", "AES-GCM with 16 octet ICV [RFC4106]",
            "aesgcm16256", "AES-GCM with 16 octet ICV [RFC4106]",
            "cbcdes3ede", "TripleDES-CBC [RFC2451]",
            "3descbc", "TripleDES-CBC [RFC2451]",
            "cbcaes", "AES-CBC [RFC3602]",
            "aescbc", "AES-CBC [RFC3602]",
            "ecbciphernull", "NULL",
            "null", "NULL");
    private static final Map<String, String> INTEGRITIES = Map.of(
            "hmacsha1", "HMAC-SHA-1-96 [RFC2404]",
            "hmacsha196", "HMAC-SHA-1-96 [RFC2404]",
            "hmacsha256", "HMAC-SHA-256-128 [RFC4868]",
            "hmacsha2256128", "HMAC-SHA-256-128 [RFC4868]");

    @TempDir
    private Path scratch = Path.of("");

    static Stream<List<Path>> pairs() throws IOException {
        if (!PAIR.isEmpty()) {
            return Stream.of(Arrays.stream(PAIR.split(",", -1)).map(Path::of).toList());
        }
        List<List<Path>> pairs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("testdata"))) {
            for (Path keys : files.filter(
                            file -> file.getFileName().toString().matches("xfrm-state\\.txt|charon-srv\\.log"))
                    .sorted()
                    .toList()) {
                Stream.of("capture.pcap", "both.pcapng")
                        .map(keys::resolveSibling)
                        .filter(Files::exists)
                        .forEach(capture -> pairs.add(List.of(capture, keys)));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void countsWhatTsharkDecrypts(List<Path> pair) throws Exception {
        assumeTrue(isInstalled(), "tshark is not installed");
        Map<String, Long> counted = new TreeMap<>();
        for (Flow flow : LabInside.of(pair.get(0), Division.NONE, pair.get(1)).flows()) {
            counted.merge(line(flow), flow.span().frames(), Long::sum);
        }
        Map<String, Long> expected =
                decrypted(pair.get(0), LabInside.given(pair.get(1)).keys());

        assertThat(expected).isNotEmpty();
        assertThat(counted).isEqualTo(expected);
    }

    /** Without the keys of ESP that a log may hold as well: they are derived. */
    @ParameterizedTest
    @MethodSource("pairs")
    void countsTheSameWithKeysOfIkeAlone(List<Path> pair) throws Exception {
        assumeTrue(isInstalled(), "tshark is not installed");
        KeysAndPolicies given = LabInside.given(pair.get(1));
        assumeTrue(!given.ikeKeys().isEmpty(), "no keys of IKE SAs in " + pair.get(1));
        TunnelContents inside =
                LabInside.of(pair.get(0), Division.NONE, new KeysAndPolicies(List.of(), List.of(), given.ikeKeys()));
        Map<String, Long> counted = new TreeMap<>();
        inside.flows().forEach(flow -> counted.merge(line(flow), flow.span().frames(), Long::sum));

        assertThat(inside.notes()).isEmpty();
        assertThat(counted).isNotEmpty().isEqualTo(decrypted(pair.get(0), given.keys()));
    }

    private static String line(Flow flow) {
        String nextHop = flow.nextHop().map(Object::toString).orElse("");
        return String.join(
                " ",
                nextHop,
                flow.spi().toString(),
                flow.protocolName(),
                flow.inner().source() + ":" + flow.inner().sourcePort(),
                flow.inner().destination() + ":" + flow.inner().destinationPort());
    }

    /** Frames by innermost packet, of what tshark could decrypt. */
    private Map<String, Long> decrypted(Path capture, List<SaKeyEntry> keys) throws Exception {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString(), "-Y", "esp"));
        List.of("esp.enable_encryption_decode:TRUE", "ip.defragment:FALSE", "ipv6.defragment:FALSE")
                .forEach(preference -> command.addAll(List.of("-o", preference)));
        keys.forEach(key -> command.addAll(List.of("-o", table(key))));
        command.addAll(List.of("-Tfields", "-Eaggregator=,"));
        List.of("eth.dst", "esp.spi", "frame.protocols", "ip.src", "ip.dst", "tcp.srcport", "tcp.dstport")
                .forEach(field -> command.addAll(List.of("-e", field)));
        command.addAll(List.of("-e", "udp.srcport", "-e", "udp.dstport", "-e", "ipv6.src", "-e", "ipv6.dst"));
        Path output = scratch.resolve("fields");
        run(output, command);
        Map<String, Long> frames = new TreeMap<>();
        for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
            String[] columns = line.split("\t", -1);
            List<String> layers = layersBeforeQuotation(columns[2]);
            int esp = layers.indexOf("esp");
            int ip = Math.max(layers.lastIndexOf("ip"), layers.lastIndexOf("ipv6"));
            boolean isTransport = esp >= 0 && ip < esp && esp + 1 < layers.size();
            if (esp >= 0 && (ip > esp || isTransport) && !layers.get(esp + 1).equals("data")) {
                frames.merge(innermost(columns, layers, isTransport ? esp : ip), 1L, Long::sum);
            }
        }
        return frames;
    }

    private static String innermost(String[] columns, List<String> layers, int before) {
        boolean isIpv6 = layers.lastIndexOf("ipv6") > layers.lastIndexOf("ip");
        int packet = (int) layers.stream()
                        .filter(isIpv6 ? "ipv6"::equals : "ip"::equals)
                        .count()
                - 1;
        String protocol = layers.stream()
                .skip(before + 1L)
                .filter(layer -> !layer.startsWith("ipv6."))
                .findFirst()
                .orElse("");
        String sourcePort = "0";
        String destinationPort = "0";
        if (protocol.equals("tcp") || protocol.equals("udp")) {
            int column = protocol.equals("tcp") ? 5 : 7;
            int at = (int) layers.stream().filter(protocol::equals).count() - 1;
            sourcePort = columns[column].split(",", -1)[at];
            destinationPort = columns[column + 1].split(",", -1)[at];
        }
        return String.join(
                " ",
                columns[0],
                columns[1].split(",", -1)[0],
                protocol,
                columns[isIpv6 ? 9 : 3].split(",", -1)[packet] + ":" + sourcePort,
                columns[isIpv6 ? 10 : 4].split(",", -1)[packet] + ":" + destinationPort);
    }

    /** The layers of a frame down to ICMP, which may quote more. */
    private static List<String> layersBeforeQuotation(String protocols) {
        List<String> layers = List.of(protocols.split(":", -1));
        int icmp = Math.max(layers.indexOf("icmp"), layers.indexOf("icmpv6"));
        return icmp < 0 ? layers : layers.subList(0, icmp + 1);
    }

    private static String table(SaKeyEntry key) {
        String integrity =
                key.integrity().map(algorithm -> named(INTEGRITIES, algorithm)).orElse("NULL");
        return String.format(
                Locale.ROOT,
                "uat:esp_sa:\"IPv4\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\"",
                key.source().version() == 0 ? "*" : key.source().bits(),
                key.destination().version() == 0 ? "*" : key.destination().bits(),
                new Spi(key.spi().bits()),
                named(CIPHERS, key.encryption().orElseThrow()),
                hex(key.encryption().orElseThrow().key()),
                integrity,
                key.integrity().map(algorithm -> hex(algorithm.key())).orElse(""));
    }

    private static String named(Map<String, String> names, KeyedAlgorithm algorithm) {
        String plain = algorithm.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return names.entrySet().stream()
                .filter(name -> name.getKey().equals(plain))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no name of tshark's for " + algorithm.name()))
                .getValue();
    }

    private static String hex(Secret key) {
        return key.isEmpty() ? "" : "0x" + HexFormat.of().formatHex(key.octets());
    }

    private boolean isInstalled() throws InterruptedException {
        try {
            return run(scratch.resolve("version"), List.of("tshark", "--version")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(Path output, List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
