package io.github.espial.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.Deadline;
import io.github.espial.context.ContextProblem;
import io.github.espial.context.HostName;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.redact.mapping.Mapping;
import io.github.espial.redact.mapping.RedactionKey;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactedWordsTest {
    private static final Mapping MAPPING =
            Mapping.of(RedactionKey.of("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    @TempDir
    Path folder;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("testdata"), 2)) {
            return files.filter(file -> file.toString().matches(".*/(ip|swanctl|xfrm|charon)-[^/]*"))
                    .sorted()
                    .toList();
        }
    }

    /** Nothing is lost: where an entry has something, its redacted one has; numbers and choices are the same. */
    @ParameterizedTest
    @MethodSource("files")
    void keepsTheShapeOfEveryEntry(Path file) throws Exception {
        ContextFile words = ContextReader.read(file, Deadline.NONE);
        ContextFile redacted = new RedactedWords(MAPPING).of(words, "words-1.txt");
        assertThat(words.isRecognised()).isTrue();
        holdShape(words, redacted, file.toString());
        assertThat(redacted.outputs()).isEqualTo(words.outputs());
    }

    /** One file of all that has names in it. */
    @Test
    void namesGoAndAddressesFollowTheMapping() throws IOException {
        ContextFile words = words("""
                root@fw-acme:~# ip route show table all
                default via 9.17.33.1 dev acme-wan table acme
                10.20.0.0/16 via 9.17.33.254 dev eth0 src 9.17.33.65
                root@fw-acme:~# ip neigh
                9.17.33.254 dev acme-wan lladdr 00:1b:21:ab:cd:ef REACHABLE
                root@fw-acme:~# ip rule
                0:\tfrom all lookup local
                100:\tfrom 9.17.33.65 iif acme-wan lookup acme
                """);
        ContextFile redacted = new RedactedWords(MAPPING).of(words, "words-1.txt");
        assertThat(redacted.toString())
                .doesNotContain("acme", "9.17.33", "ab:cd:ef", "words.txt")
                .contains(
                        MAPPING.addresses().of(IpAddress.parse("9.17.33.254")).toString(),
                        MAPPING.macs().of(MacAddress.parse("00:1b:21:ab:cd:ef")).toString(),
                        MAPPING.addresses().of(IpPrefix.parse("10.20.0.0/16")).toString(),
                        MAPPING.names().of("interface", "acme-wan"),
                        MAPPING.names().of("table", "acme"));
        assertThat(redacted.hostNames())
                .extracting(HostName::name)
                .containsExactly(MAPPING.names().of("host", "fw-acme"));
    }

    @Test
    void problemsAreCountedAndNotTold() throws IOException {
        ContextFile words = words("""
                10.20.0.0/16 via 9.17.33.254 dev eth0
                10.20.0.0/99 via 9.17.33.254 dev eth0
                """);
        ContextFile redacted = new RedactedWords(MAPPING).of(words, "words-1.txt");
        assertThat(redacted.problems()).hasSameSizeAs(words.problems());
        assertThat(redacted.problems()).extracting(ContextProblem::text).noneMatch(text -> text.contains("10.20"));
    }

    private ContextFile words(String text) throws IOException {
        return ContextReader.read(Files.writeString(folder.resolve("words.txt"), text), Deadline.NONE);
    }

    private static void holdShape(Object one, Object other, String where) throws ReflectiveOperationException {
        if (one instanceof Optional<?> optional) {
            assertThat(((Optional<?>) other).isPresent()).as(where).isEqualTo(optional.isPresent());
            if (optional.isPresent()) {
                holdShape(optional.get(), ((Optional<?>) other).get(), where);
            }
        } else if (one instanceof List<?> list) {
            assertThat((List<?>) other).as(where).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                holdShape(list.get(i), ((List<?>) other).get(i), where + "[" + i + "]");
            }
        } else if (one instanceof IpPrefix prefix) {
            assertThat(((IpPrefix) other).length()).as(where).isEqualTo(prefix.length());
        } else if (one instanceof IpAddress address) {
            assertThat(((IpAddress) other).version()).as(where).isEqualTo(address.version());
        } else if (one instanceof Record && !(one instanceof MacAddress)) {
            assertThat(other).as(where).hasSameClassAs(one);
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                holdShape(
                        component.getAccessor().invoke(one),
                        component.getAccessor().invoke(other),
                        where + "." + component.getName());
            }
        } else if (!(one instanceof String) && !(one instanceof MacAddress)) {
            assertThat(other).as(where).isEqualTo(one);
        }
    }
}
