package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets and reports on HDFS, of a name node and a data node in this process. */
class HdfsTest {
    private static final List<String> NAMES = List.of("nat-t", "two-nics", "l2tp-ipsec");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsAndWritesThereAsThreadsDoHere() throws IOException {
        Path tickets = Batches.tickets(folder, NAMES);
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

    private static org.apache.hadoop.fs.Path path(String text) {
        return new org.apache.hadoop.fs.Path(text);
    }
}
