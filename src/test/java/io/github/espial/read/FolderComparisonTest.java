package io.github.espial.read;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.ReadFrame;
import io.github.espial.net.LinkTypes;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every capture of a folder, frame by frame as tshark and editcap read it. Frames that only one side reads, because the
 * other gave up before, are left out: where the file is damaged, or holds what one side does not know. So are zeros at
 * the end of a damaged file, which Wireshark takes for frames without an octet, and tcpdump refuses as well.
 */
class FolderComparisonTest {
    /** Link types of which Wireshark takes the first octets off: SunATM, IrDA, MTP2, ERF. */
    private static final Set<Integer> WITH_PSEUDO_HEADERS = Set.of(123, 139, 144, 175, 176, 177, 197);

    private static final String FOLDER = System.getProperty("espial.captures", "");

    @TempDir
    private Path scratch = Path.of("");

    @Test
    void readsEveryCaptureAsOtherProgramsDo() throws IOException, InterruptedException {
        assumeTrue(!FOLDER.isEmpty(), "set -Despial.captures=FOLDER to compare the captures in there");
        assumeTrue(OtherPrograms.areInstalled(), "tshark and editcap are not installed");
        SoftAssertions all = new SoftAssertions();
        try (Stream<Path> files = Files.walk(Path.of(FOLDER))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                compare(file, all);
            }
        }
        all.assertAll();
    }

    private void compare(Path file, SoftAssertions all) throws IOException, InterruptedException {
        OtherPrograms.Frames tshark = OtherPrograms.tshark(file, scratch.resolve("fields"));
        ReadCapture capture;
        try {
            capture = ReadCapture.of(CaptureSource.file(file));
        } catch (CaptureException e) {
            all.assertThat(tshark.lines()).as(e.getMessage()).isEmpty();
            return;
        }
        boolean isOdd = capture.problemTexts().stream().anyMatch(text -> text.startsWith("the fraction of a second"));
        // Wireshark leaves Network Monitor's own header before a wireless frame, which is taken off here.
        boolean isOwnWireless = capture.summary().file().orElseThrow().format().equals(new FormatName("netmon-2"))
                && capture.frames().stream().anyMatch(frame -> frame.linkType() == LinkTypes.IEEE802_11);
        if (isOdd
                || isOwnWireless
                || capture.frames().stream().anyMatch(frame -> WITH_PSEUDO_HEADERS.contains(frame.linkType()))) {
            return;
        }
        boolean isWhole = capture.summary().problems().isEmpty();
        same(file, capture.frames().stream().map(FolderComparisonTest::asTshark).toList(), isWhole, tshark, all);
        OtherPrograms.Frames editcap = OtherPrograms.editcap(file, scratch.resolve("converted"));
        same(
                file,
                capture.frames().stream().map(FolderComparisonTest::asEditcap).toList(),
                isWhole,
                editcap,
                all);
    }

    private static void same(
            Path file, List<String> ours, boolean isWhole, OtherPrograms.Frames read, SoftAssertions all) {
        OtherPrograms.Frames theirs = isWhole ? read : read.withoutEmptyEnd();
        int both = Math.min(ours.size(), theirs.lines().size());
        for (int i = 0; i < both; i++) {
            if (!ours.get(i).equals(theirs.lines().get(i))) {
                all.assertThat(ours.get(i))
                        .as("%s, frame in place %d", file, i + 1)
                        .isEqualTo(theirs.lines().get(i));
                return;
            }
        }
        if ((isWhole && theirs.isWhole()) || ours.size() < theirs.lines().size()) {
            all.assertThat(ours.size())
                    .as("frames of %s", file)
                    .isEqualTo(theirs.lines().size());
        }
    }

    private static String asTshark(ReadFrame frame) {
        String md5 = FrameDigest.digest("MD5", HexFormat.of().parseHex(frame.octets()));
        String time = frame.hasTime() ? Long.toString(frame.nanos()) : "none";
        return frame.number() + " " + time + " " + frame.octets().length() / 2 + " " + frame.originalLength() + " "
                + md5;
    }

    /** The link type that Wireshark writes for one that it reads. */
    private static int written(int linkType) {
        return switch (linkType) {
            case LinkTypes.PPP_HDLC -> LinkTypes.PPP;
            case LinkTypes.RAW_BSD, LinkTypes.RAW_OPENBSD -> LinkTypes.RAW;
            default -> linkType;
        };
    }

    private static String asEditcap(ReadFrame frame) {
        return written(frame.linkType()) + " " + nanosInPcap(frame.nanos()) + " "
                + frame.octets().length() / 2 + " " + frame.originalLength() + " " + FrameDigest.sha256(frame);
    }

    /** As a pcap file has room for: 32 bits of seconds, which end in 2106. */
    private static long nanosInPcap(long nanos) {
        return Math.floorMod(nanos, OtherPrograms.NANOS_OF_ALL_SECONDS);
    }
}
