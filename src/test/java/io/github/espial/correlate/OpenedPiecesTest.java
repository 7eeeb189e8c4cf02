package io.github.espial.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.read.PieceSpan;
import io.github.espial.scan.CaptureScan;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.CutPieces;
import io.github.espial.scan.KeptScans;
import io.github.espial.scan.Reading;
import io.github.espial.scan.ScanOctets;
import io.github.espial.scan.TimeWindow;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces that others opened, held against what one process opens of the whole. */
class OpenedPiecesTest {
    private static final Path TESTDATA = Path.of("testdata");
    private static final int ROUNDS = 60;

    /** Opens a capture in pieces, as if by processes of their own, for whoever orders that. */
    private static final class Elsewhere implements KeptScans {
        private final Path capture;
        private final KeysAndPolicies given;
        private final List<PieceSpan> spans;
        private final Random random;
        private UnaryOperator<byte[]> onTheWay = octets -> octets;
        private Optional<byte[]> order = Optional.empty();

        Elsewhere(Path capture, KeysAndPolicies given, List<PieceSpan> spans, Random random) {
            this.capture = capture;
            this.given = given;
            this.spans = spans;
            this.random = random;
        }

        @Override
        public Optional<CaptureScan> find(CaptureSource source, int place, TimeWindow window, UdpPairs known) {
            return Optional.empty();
        }

        @Override
        public void keep(CaptureSource source, TimeWindow window, UdpPairs known, CaptureScan scan) {
            // The first pass is made here.
        }

        @Override
        public Optional<ByteBuffer> opened(int place, Supplier<byte[]> wanted) {
            byte[] octets = wanted.get();
            order = Optional.of(octets);
            try {
                return Optional.of(ByteBuffer.wrap(onTheWay.apply(opened(octets, place))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] opened(byte[] octets, int place) throws IOException {
            List<byte[]> pieces = new ArrayList<>();
            for (PieceSpan span : spans) {
                try (OpenedPieces there = open(octets, place)) {
                    pieces.add(there.open(span));
                }
            }
            try (OpenedPieces here = open(octets, place)) {
                while (pieces.size() > 1) {
                    int at = random.nextInt(pieces.size() - 1);
                    int to = at + 2 + random.nextInt(pieces.size() - at - 1);
                    byte[] joined = here.join(List.copyOf(pieces.subList(at, to)));
                    pieces.subList(at, to).clear();
                    pieces.add(at, joined);
                }
            }
            return pieces.get(0);
        }

        private OpenedPieces open(byte[] octets, int place) throws IOException {
            return OpenedPieces.open(
                            CaptureSource.file(capture), place, OpeningOrder.read(ByteBuffer.wrap(octets)), given)
                    .orElseThrow();
        }
    }

    private static TunnelContents inside(Path capture, KeysAndPolicies given, KeptScans kept) throws Exception {
        List<CaptureSource> sources = List.of(CaptureSource.file(capture));
        Reading how = Reading.USUAL.keeping(kept);
        CaseScan scan = CaseScan.of(sources, how);
        return InnerScan.of(sources, scan.observations(), given, how);
    }

    private static Path capture(String name) {
        return TESTDATA.resolve(name + "/capture.pcap");
    }

    private static Path log(String name) {
        return TESTDATA.resolve(name + "/charon-srv.log");
    }

    private static Elsewhere elsewhere(String name, KeysAndPolicies given, int pieces) throws IOException {
        Random random = new Random(name.hashCode() + pieces);
        return new Elsewhere(capture(name), given, CutPieces.spans(Files.size(capture(name)), pieces, random), random);
    }

    @ParameterizedTest
    @ValueSource(strings = {"misrouted-ikev2", "rekey-and-fix", "ikev1-3des", "l2tp-ipsec", "nat-t", "esp-null"})
    void areTogetherWhatOneProcessOpens(String name) throws Exception {
        KeysAndPolicies given = LabInside.given(log(name));
        TunnelContents whole = inside(capture(name), given, KeptScans.NONE);
        assertThat(whole.flows()).isNotEmpty();
        for (int pieces : new int[] {1, 2, 7, 40}) {
            Elsewhere elsewhere = elsewhere(name, given, pieces);

            TunnelContents together = inside(capture(name), given, elsewhere);

            assertThat(elsewhere.order).isPresent();
            assertThat(together).as("%d pieces", pieces).isEqualTo(whole);
        }
    }

    @Test
    void findWhatIsNotEncryptedWithoutKeys() throws Exception {
        TunnelContents whole = inside(capture("esp-null"), KeysAndPolicies.NOTHING, KeptScans.NONE);
        Elsewhere elsewhere = elsewhere("esp-null", KeysAndPolicies.NOTHING, 9);

        assertThat(inside(capture("esp-null"), KeysAndPolicies.NOTHING, elsewhere))
                .isEqualTo(whole);
        assertThat(whole.opened()).isNotEmpty();
    }

    @Test
    void deriveKeysFromTheMessagesOfTheOrder() throws Exception {
        KeysAndPolicies all = LabInside.given(log("rekey-and-fix"));
        KeysAndPolicies ikeOnly = new KeysAndPolicies(List.of(), List.of(), all.ikeKeys());
        TunnelContents whole = inside(capture("rekey-and-fix"), ikeOnly, KeptScans.NONE);

        assertThat(whole.opened()).isNotEmpty();
        assertThat(inside(capture("rekey-and-fix"), ikeOnly, elsewhere("rekey-and-fix", ikeOnly, 6)))
                .isEqualTo(whole);
    }

    @Test
    void areOpenedHereWhereOthersCannot() throws Exception {
        KeysAndPolicies given = LabInside.given(log("nat-t"));
        TunnelContents whole = inside(capture("nat-t"), given, KeptScans.NONE);
        Elsewhere elsewhere = elsewhere("nat-t", given, 3);
        elsewhere.onTheWay = octets -> Arrays.copyOf(octets, octets.length - 1);

        assertThat(inside(capture("nat-t"), given, elsewhere)).isEqualTo(whole);
    }

    @Test
    void travelWithoutKeys() throws Exception {
        KeysAndPolicies given = LabInside.given(log("misrouted-ikev2"), TESTDATA.resolve("nat-t/xfrm-state.txt"));
        Elsewhere elsewhere = elsewhere("misrouted-ikev2", given, 2);
        List<byte[]> sent = new ArrayList<>();
        elsewhere.onTheWay = octets -> {
            sent.add(octets);
            return octets;
        };
        inside(capture("misrouted-ikev2"), given, elsewhere);
        sent.add(elsewhere.order.orElseThrow());

        List<byte[]> keys = keys(given);
        assertThat(keys).hasSizeGreaterThan(4).allMatch(key -> key.length >= 16);
        for (byte[] octets : sent) {
            for (byte[] key : keys) {
                assertThat(holds(octets, key)).isFalse();
            }
        }
    }

    /** Those of ESP, and what those are derived from. */
    private static List<byte[]> keys(KeysAndPolicies given) {
        List<byte[]> keys = new ArrayList<>();
        for (SaKeyEntry entry : given.keys()) {
            entry.encryption().ifPresent(algorithm -> keys.add(algorithm.key().octets()));
            entry.integrity().ifPresent(algorithm -> keys.add(algorithm.key().octets()));
        }
        for (IkeKeyEntry entry : given.ikeKeys()) {
            if (entry instanceof IkeKeyEntry.Version2 version2) {
                version2.skD().ifPresent(secret -> keys.add(secret.octets()));
            }
        }
        return keys;
    }

    private static boolean holds(byte[] octets, byte[] part) {
        for (int at = 0; at + part.length <= octets.length; at++) {
            if (Arrays.equals(octets, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void refuseEveryShorterLengthAnotherVersionAndAnotherOrder() throws Exception {
        Elsewhere elsewhere = elsewhere("nat-t", LabInside.given(log("nat-t")), 2);
        List<byte[]> sent = new ArrayList<>();
        elsewhere.onTheWay = octets -> {
            sent.add(octets);
            return octets;
        };
        inside(capture("nat-t"), elsewhere.given, elsewhere);
        byte[] order = elsewhere.order.orElseThrow();
        try (OpenedPieces pieces = elsewhere.open(order, 0)) {
            byte[] piece = sent.get(0);
            for (int length = 0; length < piece.length; length++) {
                byte[] cut = Arrays.copyOf(piece, length);
                assertThatThrownBy(() -> pieces.join(List.of(cut)))
                        .isInstanceOf(IOException.class)
                        .hasMessageMatching(
                                "no piece that was opened of a capture|damaged or cut off: its checksum is another");
            }
            assertThatThrownBy(() -> pieces.join(List.of(ofVersion(2, piece))))
                    .hasMessage("a piece that was opened of version 2, expected 1: another Espial made it");
        }
        for (int length = 0; length < order.length; length++) {
            byte[] cut = Arrays.copyOf(order, length);
            assertThatThrownBy(() -> OpeningOrder.read(ByteBuffer.wrap(cut))).isInstanceOf(IOException.class);
        }
        OpeningOrder whole = OpeningOrder.read(ByteBuffer.wrap(order));
        OpeningOrder part = new OpeningOrder(whole.wanted().subList(0, 1), whole.messages(), whole.pairs());
        try (OpenedPieces other = elsewhere.open(part.toOctets(), 0)) {
            assertThatThrownBy(() -> other.join(List.of(sent.get(0))))
                    .hasMessage("opened of another capture, or by another order");
        }
        assertThatThrownBy(() ->
                        OpenedPieces.open(CaptureSource.file(elsewhere.capture), 0, whole, KeysAndPolicies.NOTHING))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("there is no key any more for ESP ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"l2tp-ipsec", "nat-t", "esp-null", "rekey-and-fix"})
    void madeUpOnesAreRefusedOrSound(String name) throws Exception {
        KeysAndPolicies given = LabInside.given(log(name));
        Random random = new Random(name.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Elsewhere elsewhere = elsewhere(name, given, 1);
            elsewhere.onTheWay = octets -> damaged(octets, random);
            // What it says is its own affair; it is read to the end, and judged.
            assertThat(inside(capture(name), given, elsewhere).flows()).isNotNull();
            byte[] order = damaged(elsewhere.order.orElseThrow(), random);
            try {
                OpeningOrder read = OpeningOrder.read(ByteBuffer.wrap(order));
                assertThat(OpeningOrder.read(ByteBuffer.wrap(read.toOctets())).wanted())
                        .isEqualTo(read.wanted());
                read.plans(given);
            } catch (IOException e) {
                assertThat(e.getMessage()).matches("[^\\p{Cntrl}]+");
            }
        }
    }

    /** The same with some octets that are others behind the version, and the checksum that it then has to have. */
    private static byte[] damaged(byte[] octets, Random random) {
        byte[] other = octets.clone();
        // The key of a piece is left: with another it is refused at once.
        int from = Math.min(8 + 1 + 32, other.length - Integer.BYTES - 1);
        for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
            other[from + random.nextInt(other.length - Integer.BYTES - from)] ^= (byte) (1 << random.nextInt(8));
        }
        return ScanOctets.summed(other);
    }

    private static byte[] ofVersion(int version, byte[] octets) {
        byte[] other = octets.clone();
        other[7] = (byte) version;
        return ScanOctets.summed(other);
    }
}
