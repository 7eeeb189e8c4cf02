package io.github.espial.context.openwrt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A section of OpenWrt's configuration: an interface, a route, a tunnel.
 *
 * @param line number of the line it begins at, from 1
 * @param type what it is, such as {@code route}
 * @param name what it is called; empty text for an anonymous one
 * @param options values by name; a list has several
 */
record UciSection(int line, String type, String name, Map<String, List<String>> options) {
    /** What is never kept: keys of tunnels, and what people log in with. */
    private static final List<String> SECRETS = List.of("key", "password", "secret", "psk");

    UciSection {
        options = Map.copyOf(options);
    }

    /** The same without what nobody may see. */
    static UciSection of(int line, String type, String name, Map<String, List<String>> options) {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        options.forEach((option, values) -> {
            if (option.equals("ikey")
                    || option.equals("okey")
                    || SECRETS.stream().noneMatch(option::contains)) {
                shown.put(option, List.copyOf(values));
            }
        });
        return new UciSection(line, type, name, shown);
    }

    /** The first value of an option. */
    Optional<String> first(String option) {
        return all(option).stream().findFirst();
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    /** Whether an option says no, in one of the words for it. */
    boolean isOff(String option) {
        return first(option)
                .filter(value -> List.of("0", "no", "off", "false", "disabled").contains(value))
                .isPresent();
    }

    /** Whether an option says yes. */
    boolean isOn(String option) {
        return first(option)
                .filter(value -> List.of("1", "yes", "on", "true", "enabled").contains(value))
                .isPresent();
    }
}
