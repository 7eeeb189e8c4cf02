package io.github.espial.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.CaptureFile;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.FormatName;
import io.github.espial.observe.tally.Observations;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Discrepancy;
import io.github.espial.store.Compression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaptureRemarksTest {
    private static List<String> remarksOnThird(Discrepancy... discrepancies) {
        List<CaptureSummary> captures = Stream.of("first.pcap", "second.pcap", "third.pcap")
                .map(name -> new CaptureSummary(
                        name,
                        Optional.of(new CaptureFile(new FormatName("pcap"), Compression.NONE, 24, Optional.empty())),
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
        CaseScan scan = new CaseScan(new Observations(), captures, Map.of(2, List.of(discrepancies)));
        assertThat(CaptureRemarks.of(0, scan)).isEmpty();
        return CaptureRemarks.of(2, scan);
    }

    @Test
    void sayWhoseClockIsShown() {
        assertThat(remarksOnThird(new Discrepancy.OtherClock(2_500_000_000L, 0, 0, 7, true)))
                .containsExactly("its clock is 2.500 s behind that of first.pcap, as 7 packets tell that both saw;"
                        + " its times are shown by that clock");
    }

    @Test
    void sayByWayOfWhichCapture() {
        assertThat(remarksOnThird(new Discrepancy.OtherClock(-60_000_000_000L, 0, 1, 4, false)))
                .containsExactly("its clock is 60.000 s ahead of that of first.pcap, as 4 packets tell that it and"
                        + " second.pcap saw in one direction only; its times are shown by that clock");
    }

    @Test
    void sayThatAClockIsUnclearAndThatFramesCountTwice() {
        assertThat(remarksOnThird(
                        new Discrepancy.UnclearClock(1, 9, 30_000_000_000L), new Discrepancy.CountedTwice(0, 55)))
                .containsExactly(
                        "how far its clock is from that of second.pcap could not be told: of 9 packets that both saw,"
                                + " some show 30.000 s more or less than others; its times are shown by its own clock",
                        "55 of its IPsec frames are in first.pcap too, at the same times: they count twice unless one"
                                + " of both is left out");
    }
}
