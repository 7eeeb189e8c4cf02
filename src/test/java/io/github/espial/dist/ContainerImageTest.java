package io.github.espial.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image as those read it who follow the digests in it: each names what has that digest, and what is in it is laid. */
class ContainerImageTest {
    private static final String VERSION = "1.2.3";
    private static final String CREATED = "2026-11-01T00:00:00Z";
    private static final Instant PACKED = Instant.parse("2026-11-02T03:04:05.678Z");

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, byte[]> blobs = new HashMap<>();

    @BeforeEach
    void write() throws Exception {
        file("base/bin/busybox", "rwxr-xr-x");
        Files.createSymbolicLink(folder.resolve("base/bin/sh"), Path.of("busybox"));
        Files.createDirectories(folder.resolve("base/tmp"));
        Files.setAttribute(folder.resolve("base/tmp"), "unix:mode", 01777);
        file("installation/bin/espial", "rwxr-xr-x");
        file("installation/lib/" + "long".repeat(40) + ".jar", "rw-r--r--");
        file("installation/runtime/bin/java", "rwxr-xr-x");
        image("image.tar");
        blobs.putAll(entries(Files.newInputStream(folder.resolve("image.tar"))));
    }

    private void file(String name, String permissions) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        Files.setLastModifiedTime(file, FileTime.from(PACKED));
    }

    private void image(String name) throws IOException {
        ContainerImage.main(new String[] {
            folder.resolve("base").toString(),
            folder.resolve("installation").toString(),
            VERSION,
            CREATED,
            folder.resolve(name).toString()
        });
    }

    @Test
    void everyDigestNamesWhatHasIt() throws Exception {
        for (Map.Entry<String, byte[]> blob : blobs.entrySet()) {
            if (blob.getKey().startsWith("blobs/")) {
                assertThat(blob.getKey()).isEqualTo("blobs/sha256/" + sha256(blob.getValue()));
            }
        }
        JsonNode manifest = manifest();
        JsonNode configuration = described(manifest.get("config"));
        assertThat(manifest.get("layers")).hasSize(3);
        for (int layer = 0; layer < 3; layer++) {
            byte[] packed = blob(manifest.get("layers").get(layer));
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
            assertThat(configuration.at("/rootfs/diff_ids").get(layer).textValue())
                    .isEqualTo("sha256:" + sha256(plain));
        }
    }

    @Test
    void anArchiveOfDockerNamesTheSame() throws Exception {
        JsonNode images = json("manifest.json");
        assertThat(images).hasSize(1);
        JsonNode image = images.get(0);
        assertThat(texts(image.get("RepoTags"))).containsExactly("espial:1.2.3", "espial:latest");
        assertThat("sha256:" + image.get("Config").textValue().substring("blobs/sha256/".length()))
                .isEqualTo(manifest().at("/config/digest").textValue());
        List<String> layers = new ArrayList<>();
        for (JsonNode layer : manifest().get("layers")) {
            layers.add("blobs/" + layer.get("digest").textValue().replace(':', '/'));
        }
        assertThat(texts(image.get("Layers"))).isEqualTo(layers);
    }

    @Test
    void runsABatchAsNoRoot() throws Exception {
        JsonNode configuration = described(manifest().get("config"));
        JsonNode run = configuration.get("config");
        assertThat(run.get("User").textValue()).isEqualTo("65532:65532");
        assertThat(texts(run.get("Entrypoint"))).containsExactly("/opt/espial/bin/espial");
        assertThat(texts(run.get("Cmd"))).containsExactly("batch", "/in", "-o", "/out");
        assertThat(configuration.get("os").textValue()).isEqualTo("linux");
        assertThat(configuration.get("created").textValue()).isEqualTo(CREATED);
    }

    @Test
    void layersHoldFilesWithModesTimesAndLinks() throws Exception {
        List<Map<String, TarArchiveEntry>> layers = new ArrayList<>();
        for (JsonNode layer : manifest().get("layers")) {
            layers.add(listed(new GZIPInputStream(new ByteArrayInputStream(blob(layer)))));
        }
        assertThat(layers.get(0).keySet()).containsExactly("bin/", "bin/busybox", "bin/sh", "tmp/");
        assertThat(entry(layers.get(0), "bin/sh").getLinkName()).isEqualTo("busybox");
        assertThat(entry(layers.get(0), "tmp/").getMode() & 07777).isEqualTo(01777);
        assertThat(layers.get(1).keySet())
                .containsExactly(
                        "opt/",
                        "opt/espial/",
                        "opt/espial/runtime/",
                        "opt/espial/runtime/bin/",
                        "opt/espial/runtime/bin/java");
        assertThat(layers.get(2).keySet())
                .containsExactly(
                        "opt/",
                        "opt/espial/",
                        "opt/espial/bin/",
                        "opt/espial/bin/espial",
                        "opt/espial/lib/",
                        "opt/espial/lib/" + "long".repeat(40) + ".jar");
        TarArchiveEntry launcher = entry(layers.get(2), "opt/espial/bin/espial");
        assertThat(launcher.getMode() & 07777).isEqualTo(0755);
        assertThat(launcher.getLongUserId()).isZero();
        assertThat(launcher.getLastModifiedTime().toInstant())
                .as("whole seconds, as archives of loaded classes compare them")
                .isEqualTo(Instant.parse("2026-11-02T03:04:05Z"));
    }

    @Test
    void equalFilesMakeEqualOctets() throws Exception {
        Files.setLastModifiedTime(folder.resolve("base/bin"), FileTime.from(PACKED));
        image("again.tar");
        assertThat(folder.resolve("again.tar")).hasSameBinaryContentAs(folder.resolve("image.tar"));
    }

    private JsonNode manifest() throws Exception {
        return described(json("index.json").get("manifests").get(0));
    }

    private JsonNode described(JsonNode descriptor) throws IOException {
        return new ObjectMapper().readTree(blob(descriptor));
    }

    private byte[] blob(JsonNode descriptor) {
        byte[] octets = octets("blobs/" + descriptor.get("digest").textValue().replace(':', '/'));
        assertThat(descriptor.get("size").longValue()).isEqualTo(octets.length);
        return octets;
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(octets(name));
    }

    private byte[] octets(String name) {
        return Objects.requireNonNull(blobs.get(name), name);
    }

    private static TarArchiveEntry entry(Map<String, TarArchiveEntry> layer, String name) {
        return Objects.requireNonNull(layer.get(name), name);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static Map<String, byte[]> entries(InputStream archive) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName(), tar.readAllBytes());
            }
        }
        return entries;
    }

    private static Map<String, TarArchiveEntry> listed(InputStream archive) throws IOException {
        Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName(), entry);
            }
        }
        return entries;
    }

    private static String sha256(byte[] octets) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    }
}
