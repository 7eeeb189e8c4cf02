package io.github.espial.mcp.answer;

import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a call. Whoever sent them may have sent anything. */
public final class Arguments {
    /** Characters of a text that is repeated in a message. */
    private static final int REPEATED = 80;

    private final Map<String, Object> values;

    public Arguments(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** A text; empty where it was not given. */
    public Optional<String> text(String name) throws RefusedException {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw wrong(name, "a text");
    }

    /** A text that must be given. */
    public String required(String name) throws RefusedException {
        return text(name).orElseThrow(() -> new RefusedException("\"" + name + "\" is missing"));
    }

    /** Texts; none where they were not given. */
    public List<String> texts(String name) throws RefusedException {
        List<String> texts = new ArrayList<>();
        for (Object one : list(name)) {
            if (!(one instanceof String text)) {
                throw wrong(name, "a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Objects; none where they were not given. */
    public List<Arguments> objects(String name) throws RefusedException {
        List<Arguments> objects = new ArrayList<>();
        for (Object one : list(name)) {
            if (!(one instanceof Map<?, ?> map)) {
                throw wrong(name, "a list of objects");
            }
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((key, value) -> members.put(String.valueOf(key), value));
            objects.add(new Arguments(members));
        }
        return objects;
    }

    /** A whole number from {@code least} to {@code most}; {@code usual} where it was not given. */
    public int number(String name, int least, int most, int usual) throws RefusedException {
        Object value = values.get(name);
        if (value == null) {
            return usual;
        }
        boolean isWhole = value instanceof Integer || value instanceof Long;
        if (!isWhole || ((Number) value).longValue() < least || ((Number) value).longValue() > most) {
            throw wrong(name, "a whole number from " + least + " to " + most);
        }
        return ((Number) value).intValue();
    }

    /** An address that must be given. */
    public IpAddress address(String name) throws RefusedException {
        return address(name, required(name));
    }

    /** The address that {@code text}, a value of {@code name}, is. */
    public static IpAddress address(String name, String text) throws RefusedException {
        try {
            return IpAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("\"" + name + "\": not an address: " + shown(text));
        }
    }

    /** A text of the caller's, as much of it as a message repeats. */
    public static String shown(String text) {
        return text.length() <= REPEATED ? text : text.substring(0, REPEATED) + "...";
    }

    private List<?> list(String name) throws RefusedException {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list");
    }

    private static RefusedException wrong(String name, String expected) {
        return new RefusedException("\"" + name + "\": expected " + expected);
    }
}
