package io.github.espial.dist;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A container image in one file: a layout of OCI (Image Layout Specification 1.0) that is an archive of {@code docker load}
 * as well. Nobody's root: it runs as user 65532, reads {@code /in}, writes {@code /out}, and diagnoses all cases in the one
 * into the other unless told otherwise.
 */
final class ContainerImage {
    /** Where the program lies in it, as packages have it. */
    private static final Path PROGRAM = Path.of("opt", "espial");

    private static final Path RUNTIME = Path.of("runtime");
    private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONFIGURATION_TYPE = "application/vnd.oci.image.config.v1+json";
    private static final String LAYER_TYPE = "application/vnd.oci.image.layer.v1.tar+gzip";
    private static final String USER = "65532:65532";

    private final String version;
    private final String created;
    private final List<ImageLayer> layers;

    private ContainerImage(String version, String created, List<ImageLayer> layers) {
        this.version = version;
        this.created = created;
        this.layers = layers;
    }

    /**
     * Packs one. What changes least comes first: layers that stayed the same need not travel again.
     *
     * @param arguments the folder with a C library and a shell, the installation, the program's version, the time that the
     *     image tells (RFC 3339), and the file to write
     */
    public static void main(String[] arguments) throws IOException {
        Path base = Path.of(arguments[0]);
        Path installation = Path.of(arguments[1]);
        Path file = Path.of(arguments[4]);
        Path work = Files.createTempDirectory(file.toAbsolutePath().getParent(), "image");
        List<Path> packed = List.of(work.resolve("base"), work.resolve("java"), work.resolve("program"));
        List<ImageLayer> layers = List.of(
                ImageLayer.write(packed.get(0), base, Path.of(""), path -> true),
                ImageLayer.write(packed.get(1), installation.resolve(RUNTIME), PROGRAM.resolve(RUNTIME), path -> true),
                ImageLayer.write(packed.get(2), installation, PROGRAM, path -> !path.startsWith(RUNTIME)));
        new ContainerImage(arguments[2], arguments[3], layers).write(file, packed);
        for (Path layer : packed) {
            Files.delete(layer);
        }
        Files.delete(work);
    }

    private void write(Path file, List<Path> packed) throws IOException {
        byte[] configuration = json(this::configuration);
        Digest named = digest(configuration);
        byte[] manifest = json(out -> manifest(out, named, configuration.length));
        Digest whole = digest(manifest);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            put(tar, "oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
            put(tar, "index.json", json(out -> index(out, whole, manifest.length)));
            put(tar, "manifest.json", json(out -> dockerManifest(out, named)));
            put(tar, named.blob(), configuration);
            put(tar, whole.blob(), manifest);
            for (int layer = 0; layer < packed.size(); layer++) {
                TarArchiveEntry entry = entry(
                        layers.get(layer).packed().blob(), layers.get(layer).octets());
                tar.putArchiveEntry(entry);
                Files.copy(packed.get(layer), tar);
                tar.closeArchiveEntry();
            }
        }
    }

    private void configuration(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("created", created);
        out.writeStringField("architecture", "amd64");
        out.writeStringField("os", "linux");
        out.writeObjectFieldStart("config");
        out.writeStringField("User", USER);
        strings(out, "Env", List.of("PATH=/" + PROGRAM.resolve("bin") + ":/bin", "LC_ALL=C.UTF-8"));
        strings(out, "Entrypoint", List.of("/" + PROGRAM.resolve("bin").resolve("espial")));
        strings(out, "Cmd", List.of("batch", "/in", "-o", "/out"));
        out.writeStringField("WorkingDir", "/in");
        out.writeObjectFieldStart("Labels");
        out.writeStringField("org.opencontainers.image.title", "espial");
        out.writeStringField("org.opencontainers.image.version", version);
        out.writeStringField("org.opencontainers.image.licenses", "Apache-2.0");
        out.writeEndObject();
        out.writeEndObject();
        out.writeObjectFieldStart("rootfs");
        out.writeStringField("type", "layers");
        strings(
                out,
                "diff_ids",
                layers.stream().map(layer -> layer.plain().toString()).toList());
        out.writeEndObject();
        out.writeEndObject();
    }

    private void manifest(JsonGenerator out, Digest configuration, int octets) throws IOException {
        out.writeStartObject();
        out.writeNumberField("schemaVersion", 2);
        out.writeStringField("mediaType", MANIFEST_TYPE);
        out.writeObjectFieldStart("config");
        descriptor(out, CONFIGURATION_TYPE, configuration, octets);
        out.writeEndObject();
        out.writeArrayFieldStart("layers");
        for (ImageLayer layer : layers) {
            out.writeStartObject();
            descriptor(out, LAYER_TYPE, layer.packed(), layer.octets());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void index(JsonGenerator out, Digest manifest, int octets) throws IOException {
        out.writeStartObject();
        out.writeNumberField("schemaVersion", 2);
        out.writeArrayFieldStart("manifests");
        out.writeStartObject();
        descriptor(out, MANIFEST_TYPE, manifest, octets);
        out.writeObjectFieldStart("annotations");
        out.writeStringField("org.opencontainers.image.ref.name", version);
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
    }

    /** What {@code docker load} reads: the images of an archive, here one. */
    private void dockerManifest(JsonGenerator out, Digest configuration) throws IOException {
        out.writeStartArray();
        out.writeStartObject();
        out.writeStringField("Config", configuration.blob());
        strings(out, "RepoTags", List.of("espial:" + version, "espial:latest"));
        strings(
                out,
                "Layers",
                layers.stream().map(layer -> layer.packed().blob()).toList());
        out.writeEndObject();
        out.writeEndArray();
    }

    private static void descriptor(JsonGenerator out, String type, Digest digest, long octets) throws IOException {
        out.writeStringField("mediaType", type);
        out.writeStringField("digest", digest.toString());
        out.writeNumberField("size", octets);
    }

    private static void strings(JsonGenerator out, String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    /** One of the documents that describe an image. */
    private interface Document {
        void write(JsonGenerator out) throws IOException;
    }

    private static byte[] json(Document document) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonGenerator out = new JsonFactory().createGenerator(octets)) {
            document.write(out);
        }
        return octets.toByteArray();
    }

    private static Digest digest(byte[] octets) {
        return Digest.of(DigestOutput.sha256().digest(octets));
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] octets) throws IOException {
        tar.putArchiveEntry(entry(name, octets.length));
        tar.write(octets);
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry entry(String name, long octets) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(octets);
        entry.setModTime(0);
        return entry;
    }
}
