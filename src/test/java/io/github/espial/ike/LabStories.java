package io.github.espial.ike;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.file.ContextReader;
import io.github.espial.observe.IkeMessage;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The IKE of the lab's captures. */
final class LabStories {
    private static final Path TESTDATA = Path.of("testdata");

    private LabStories() {}

    /** Cases with a log of charon's that holds keys. */
    static Stream<Path> withKeys() throws Exception {
        try (Stream<Path> folders = Files.list(TESTDATA)) {
            return folders.filter(folder -> Files.exists(folder.resolve("charon-srv.log"))).sorted().toList().stream();
        }
    }

    static Path capture(Path folder) {
        Path capture = folder.resolve("capture.pcap");
        return Files.exists(capture) ? capture : folder.resolve("both.pcapng");
    }

    static List<IkeMessage> messages(Path capture) throws Exception {
        return CaseScan.of(List.of(CaptureSource.file(capture)), Reading.USUAL)
                .observations()
                .ikeMessages();
    }

    /** The keys of IKE SAs alone, whatever else the log holds. */
    static List<IkeKeyEntry> keys(Path folder) throws Exception {
        return ContextReader.read(folder.resolve("charon-srv.log")).entries().ikeKeys();
    }

    static IkeStories of(Path folder, List<IkeKeyEntry> keys) throws Exception {
        return IkeStories.of(messages(capture(folder)), keys);
    }
}
