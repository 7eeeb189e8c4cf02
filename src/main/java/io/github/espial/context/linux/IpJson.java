package io.github.espial.context.linux;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.LineCharacters;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code ip -j} of routes, rules, neighbors and addresses, pretty-printed or not: told apart by their members. */
public final class IpJson implements ContextParser {
    private static final Pattern START = Pattern.compile("\\[\\s*(?:\\{.*|\\])?\\s*");
    private static final Pattern MEMBER =
            Pattern.compile("[\\s\\[{]*\"(?:type|dst|priority|ifindex|gateway|dev|ifname|link_index)\"\\s*:.*");
    private static final int DEEPEST = 8;

    private final JsonFactory factory = new JsonFactory();

    @Override
    public String kind() {
        return "ip -j";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        if (!START.matcher(lines.peek()).matches()) {
            return false;
        }
        for (int ahead = 0; ahead < 4; ahead++) {
            if (MEMBER.matcher(lines.peek(ahead)).matches()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        LineCharacters characters = new LineCharacters(lines);
        try (JsonParser json = factory.createParser(characters)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                int line = characters.line();
                new IpJsonEntry(line, object(json, DEEPEST), notes).add();
            }
        } catch (JsonProcessingException broken) {
            notes.problem(characters.line(), "JSON breaks off");
        }
    }

    /** Reads the members of an object; text and numbers as text, lists as lists. What lies deeper is left out. */
    private static Map<String, Object> object(JsonParser json, int deepest) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, value(json, deepest));
        }
        return members;
    }

    private static Object value(JsonParser json, int deepest) throws IOException {
        if (deepest == 0) {
            json.skipChildren();
            return "";
        }
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return object(json, deepest - 1);
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return String.valueOf(json.getText());
        }
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
            elements.add(value(json, deepest - 1));
        }
        return elements;
    }
}
