package io.github.espial.ike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.Secret;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of IKE is what tshark reads: algorithms in the clear, and selectors and SPIs decrypted with the same keys. */
class TsharkComparisonTest {
    private static final List<String> VERSION_2_TRANSFORMS =
            List.of("isakmp.tf.id.encr", "isakmp.tf.id.integ", "isakmp.tf.id.prf", "isakmp.tf.id.dh");
    private static final List<String> VERSION_1_ATTRIBUTES = List.of(
            "isakmp.ike.attr.encryption_algorithm",
            "isakmp.ike.attr.hash_algorithm",
            "isakmp.ike.attr.group_description",
            "isakmp.ike.attr.authentication_method");

    @TempDir
    private Path scratch = Path.of("");

    static Stream<Path> cases() throws Exception {
        return LabStories.withKeys();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesOnTheAlgorithms(Path folder) throws Exception {
        assumeTrue(isInstalled(), "tshark is not installed");
        IkeSa sa = LabStories.of(folder, List.of()).sas().get(0);
        List<String> fields = sa.version() == 1 ? VERSION_1_ATTRIBUTES : VERSION_2_TRANSFORMS;
        List<String> rows = rows(
                folder,
                List.of(),
                "isakmp.messageid == 0 && ip.src == " + sa.responder().address(),
                fields);

        assertThat(sa.algorithms().stream()
                        .map(Algorithm::id)
                        .map(Object::toString)
                        .collect(Collectors.joining("\t")))
                .isEqualTo(rows.get(0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesOnTrafficSelectorsAndSpis(Path folder) throws Exception {
        assumeTrue(isInstalled(), "tshark is not installed");
        List<IkeKeyEntry> keys = LabStories.keys(folder);
        Set<String> told = new TreeSet<>();
        for (IkeSa sa : LabStories.of(folder, keys).sas()) {
            sa.children().forEach(child -> {
                told.add(told(child, child.initiator().spi().toString()));
                told.add(told(child, child.responder().spi().toString()));
            });
        }
        List<String> tables = new ArrayList<>();
        for (IkeKeyEntry key : keys) {
            tables.addAll(List.of("-o", table(key)));
        }
        boolean isVersion1 = keys.get(0) instanceof IkeKeyEntry.Version1;
        Set<String> expected = isVersion1 ? quickModes(folder, tables) : childExchanges(folder, tables);

        assertThat(expected).isNotEmpty();
        assertThat(told).isEqualTo(expected);
    }

    /** SPI, then first and last address of the initiator's and the responder's end. */
    private static String told(ChildSa child, String spi) {
        TrafficSelector initiator = child.initiator().selectors().get(0);
        TrafficSelector responder = child.responder().selectors().get(0);
        return spi + " " + initiator.first() + "-" + initiator.last() + " " + responder.first() + "-"
                + responder.last();
    }

    private Set<String> childExchanges(Path folder, List<String> tables) throws Exception {
        List<String> fields = List.of("isakmp.spi", "isakmp.ts.start_ipv4", "isakmp.ts.end_ipv4");
        Set<String> expected = new TreeSet<>();
        for (String row : rows(folder, tables, "isakmp.ts.start_ipv4", fields)) {
            String[] columns = row.split("\t", -1);
            String[] spis = columns[0].split(",", -1);
            String[] starts = columns[1].split(",", -1);
            String[] ends = columns[2].split(",", -1);
            // A rekeying names the old SA first.
            expected.add(
                    "0x" + spis[spis.length - 1] + " " + starts[0] + "-" + ends[0] + " " + starts[1] + "-" + ends[1]);
        }
        return expected;
    }

    private Set<String> quickModes(Path folder, List<String> tables) throws Exception {
        List<String> fields = List.of("isakmp.spi", "isakmp.id.data.ipv4_addr", "isakmp.id.data.ipv4_subnet");
        Set<String> expected = new TreeSet<>();
        for (String row : rows(folder, tables, "isakmp.exchangetype == 32 && isakmp.spi", fields)) {
            String[] columns = row.split("\t", -1);
            String[] addresses = columns[1].split(",", -1);
            String[] masks = columns[2].isEmpty() ? new String[0] : columns[2].split(",", -1);
            expected.add("0x" + columns[0] + " " + range(addresses, masks, 0) + " " + range(addresses, masks, 1));
        }
        return expected;
    }

    private static String range(String[] addresses, String[] masks, int end) {
        IpAddress first = IpAddress.parse(addresses[end]);
        if (masks.length == 0) {
            return first + "-" + first;
        }
        int length = IpPrefix.lengthOfNetmask(IpAddress.parse(masks[end]));
        long last = first.low() | (length == 0 ? 0xffffffffL : (1L << (32 - length)) - 1);
        return first + "-" + new IpAddress(4, 0, last);
    }

    private static String table(IkeKeyEntry key) {
        if (key instanceof IkeKeyEntry.Version1 version1) {
            return "uat:ikev1_decryption_table:"
                    + HexFormat.of().toHexDigits(version1.initiatorCookie().getAsLong()) + "," + hex(version1.key());
        }
        IkeKeyEntry.Version2 version2 = (IkeKeyEntry.Version2) key;
        return "uat:ikev2_decryption_table:"
                + String.join(
                        ",",
                        HexFormat.of().toHexDigits(version2.initiatorSpi().getAsLong()),
                        HexFormat.of().toHexDigits(version2.responderSpi().getAsLong()),
                        hex(version2.initiator().encryption()),
                        hex(version2.responder().encryption()),
                        "\"AES-CBC-256 [RFC3602]\"",
                        hex(version2.initiator().integrity()),
                        hex(version2.responder().integrity()),
                        "\"HMAC_SHA2_256_128 [RFC4868]\"");
    }

    private static String hex(Secret key) {
        return HexFormat.of().formatHex(key.octets());
    }

    private List<String> rows(Path folder, List<String> tables, String filter, List<String> fields) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("tshark", "-n", "-r", LabStories.capture(folder).toString(), "-Y", filter, "-Tfields"));
        command.addAll(tables);
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        Path output = scratch.resolve("fields");
        run(output, command);
        return Files.readAllLines(output, StandardCharsets.UTF_8);
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
