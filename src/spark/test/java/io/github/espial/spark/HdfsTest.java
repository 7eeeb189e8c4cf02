package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets and reports on HDFS, of a name node and a data node in this process. */
class HdfsTest {
    private static final String[] NAMES = {"nat-t", "two-nics", "l2tp-ipsec"};

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsAndWritesThereAsThreadsDoHere() throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        for (String name : NAMES) {
            Batches.copy(Batches.TICKETS.resolve(name), tickets.resolve(name));
            keepToOwner(tickets.resolve(name));
        }
        Files.copy(Batches.TICKETS.resolve("two-peers/capture.pcap"), tickets.resolve("Überlandleitung 7.pcap"));
        Configuration conf = new Configuration();
        conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        Path out = folder.resolve("spark");
        try (MiniDFSCluster hdfs = new MiniDFSCluster.Builder(conf).build()) {
            FileSystem system = hdfs.getFileSystem();
            system.copyFromLocalFile(path(tickets.toUri().toString()), path("/tickets"));
            Map<String, String> settings = Map.of("spark.master", "local[2]", SparkEngine.PIECE, "32k");
            String root = system.getUri().toString();

            assertThat(Batches.bySpark(root + "/tickets", root + "/reports", settings))
                    .isZero();
            system.copyToLocalFile(false, path("/reports"), path(out.toUri().toString()), true);

            // A second run finds all as it was.
            long written = system.getFileStatus(path("/reports/cases/nat-t/report.json"))
                    .getModificationTime();
            assertThat(Batches.bySpark(root + "/tickets", root + "/reports", settings))
                    .isZero();
            assertThat(system.getFileStatus(path("/reports/cases/nat-t/report.json"))
                            .getModificationTime())
                    .isEqualTo(written);
        }

        assertThat(Batches.byThreads(tickets, folder.resolve("threads"))).isZero();
        assertThat(Batches.results(out)).hasSizeGreaterThan(12).isEqualTo(Batches.results(folder.resolve("threads")));
    }

    /** Of files of this machine with keys it is said when others may read them. */
    private static void keepToOwner(Path ticket) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(ticket)) {
            for (Path file : files) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private static org.apache.hadoop.fs.Path path(String text) {
        return new org.apache.hadoop.fs.Path(text);
    }
}
