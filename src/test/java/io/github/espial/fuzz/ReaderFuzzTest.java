package io.github.espial.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, it is read to some point or refused. One target per format, so that each gets its time. */
class ReaderFuzzTest {
    private static final String MINUTES = "10m";

    @MethodSource
    @FuzzTest(maxDuration = MINUTES)
    void pcap(byte[] file) {
        ReadOrRefused.of(file);
    }

    static Stream<byte[]> pcap() {
        return Seeds.pcap();
    }

    @MethodSource
    @FuzzTest(maxDuration = MINUTES)
    void pcapng(byte[] file) {
        ReadOrRefused.of(file);
    }

    static Stream<byte[]> pcapng() {
        return Seeds.pcapng();
    }

    @MethodSource
    @FuzzTest(maxDuration = MINUTES)
    void compressed(byte[] file) {
        ReadOrRefused.of(file);
    }

    static Stream<byte[]> compressed() {
        return Seeds.compressed();
    }

    @MethodSource
    @FuzzTest(maxDuration = MINUTES)
    void netmon(byte[] file) {
        ReadOrRefused.of(file);
    }

    static Stream<byte[]> netmon() {
        return Seeds.netmon();
    }

    @MethodSource
    @FuzzTest(maxDuration = MINUTES)
    void snoop(byte[] file) {
        ReadOrRefused.of(file);
    }

    static Stream<byte[]> snoop() {
        return Seeds.snoop();
    }

    @MethodSource
    @FuzzTest(maxDuration = MINUTES)
    void etl(byte[] file) {
        ReadOrRefused.of(file);
    }

    static Stream<byte[]> etl() {
        return Seeds.etl();
    }

    @MethodSource
    @FuzzTest(maxDuration = MINUTES)
    void tcpdump(byte[] file) {
        ReadOrRefused.of(file);
    }

    static Stream<byte[]> tcpdump() {
        return Seeds.printed();
    }
}
