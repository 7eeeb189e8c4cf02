package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets and reports in buckets of a server in this process that speaks S3. */
class S3Test {
    private static final List<String> NAMES = List.of("nat-t", "two-nics", "gateway-gcm");

    @TempDir
    private Path folder = Path.of("");

    private final BlobStoreContext store = ContextBuilder.newBuilder("transient-nio2")
            .credentials("id", "secret")
            .overrides(new Properties())
            .build(BlobStoreContext.class);

    private final S3Proxy server = S3Proxy.builder()
            .blobStore(store.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "id", "secret")
            .build();

    @BeforeEach
    void start() throws Exception {
        server.start();
        store.getBlobStore().createContainerInLocation(null, "archive");
        store.getBlobStore().createContainerInLocation(null, "reports");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        store.close();
    }

    private Map<String, String> s3() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("fs.s3a.endpoint", "http://127.0.0.1:" + server.getPort());
        settings.put("fs.s3a.endpoint.region", "us-east-1");
        settings.put("fs.s3a.path.style.access", "true");
        settings.put("fs.s3a.access.key", "id");
        settings.put("fs.s3a.secret.key", "secret");
        return settings;
    }

    @Test
    void readsAndWritesThereAsThreadsDoHere() throws IOException {
        Path tickets = Batches.tickets(folder, NAMES);
        Configuration conf = new Configuration();
        s3().forEach(conf::set);
        Map<String, String> settings = new TreeMap<>(Map.of("spark.master", "local[2]", SparkEngine.PIECE, "32k"));
        s3().forEach((name, value) -> settings.put("spark.hadoop." + name, value));
        Path out = folder.resolve("spark");
        try (FileSystem archive = FileSystem.newInstance(URI.create("s3a://archive/"), conf);
                FileSystem reports = FileSystem.newInstance(URI.create("s3a://reports/"), conf)) {
            archive.copyFromLocalFile(path(tickets.toUri().toString()), path("s3a://archive/tickets"));

            assertThat(Batches.bySpark("s3a://archive/tickets", "s3a://reports/all", settings))
                    .isZero();
            reports.copyToLocalFile(
                    false, path("s3a://reports/all"), path(out.toUri().toString()), true);
            // Nobody holds the folder any more, and nothing is there that was not whole.
            for (FileStatus file : reports.listStatus(path("s3a://reports/all"))) {
                assertThat(file.getPath().getName()).doesNotContain(".lock", ".part");
            }

            // A second run finds all as it was.
            FileStatus report = reports.getFileStatus(path("s3a://reports/all/cases/nat-t/report.json"));
            assertThat(Batches.bySpark("s3a://archive/tickets", "s3a://reports/all", settings))
                    .isZero();
            assertThat(reports.getFileStatus(report.getPath()).getModificationTime())
                    .isEqualTo(report.getModificationTime());
        }

        assertThat(out.resolve("index.parquet")).exists();
        assertThat(Batches.byThreads(tickets, folder.resolve("threads"))).isZero();
        assertThat(Batches.results(out)).hasSizeGreaterThan(12).isEqualTo(Batches.results(folder.resolve("threads")));
    }

    private static org.apache.hadoop.fs.Path path(String text) {
        return new org.apache.hadoop.fs.Path(text);
    }
}
