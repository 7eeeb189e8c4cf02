package io.github.espial.diagnose.ask;

import io.github.espial.context.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The commands for one kind of machine, ready to paste: what each answers stands before it, as a comment of its shell.
 *
 * @param name as users call the platform
 * @param text the commands with their comments
 */
public record Questionnaire(String name, String text) {
    /** In the order they are told. */
    private static final List<String> NAMES = List.of(
            "windows",
            "linux",
            "openwrt",
            "sophos",
            "freebsd",
            "macos",
            "fortios",
            "routeros",
            "vyos",
            "cisco",
            "junos",
            "panos",
            "checkpoint",
            "sonicos");

    /** What else people call them. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("rras", "windows"),
            Map.entry("unifi", "linux"),
            Map.entry("udm", "linux"),
            Map.entry("android", "linux"),
            Map.entry("mwan3", "openwrt"),
            Map.entry("sfos", "sophos"),
            Map.entry("sonicwall", "sonicos"),
            Map.entry("opnsense", "freebsd"),
            Map.entry("pfsense", "freebsd"),
            Map.entry("bsd", "freebsd"),
            Map.entry("fortigate", "fortios"),
            Map.entry("mikrotik", "routeros"),
            Map.entry("edgeos", "vyos"),
            Map.entry("edgerouter", "vyos"),
            Map.entry("usg", "vyos"),
            Map.entry("asa", "cisco"),
            Map.entry("ios", "cisco"),
            Map.entry("srx", "junos"));

    /** The names that {@link #named} knows, each platform once. */
    public static List<String> names() {
        return NAMES;
    }

    /** That of a platform by any of its names, in upper or lower case. */
    public static Optional<Questionnaire> named(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String name = OTHER_NAMES.getOrDefault(lower, lower);
        return NAMES.contains(name) ? Optional.of(new Questionnaire(name, resource(name))) : Optional.empty();
    }

    /** That of a platform; empty for any. */
    public static Optional<Questionnaire> of(Platform platform) {
        return named(platform.ofCommands());
    }

    /**
     * The commands of one topic.
     *
     * @param topic {@code routes}, {@code addresses}, {@code neighbors}, {@code tunnels}, {@code counters} or
     *     {@code packets}
     */
    public List<String> commands(String topic) {
        List<String> commands = new ArrayList<>();
        boolean isOfTopic = false;
        for (String line : text.lines().toList()) {
            if (isComment(line)) {
                isOfTopic = line.startsWith(topic + ":", 2);
            } else if (isOfTopic) {
                commands.add(line);
            }
        }
        return List.copyOf(commands);
    }

    private static boolean isComment(String line) {
        return line.startsWith("# ") || line.startsWith("! ");
    }

    private static String resource(String name) {
        try (InputStream page = Questionnaire.class.getResourceAsStream(name + ".txt")) {
            if (page == null) {
                throw new IllegalStateException("the program lacks its questions for " + name);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
