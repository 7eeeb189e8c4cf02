package io.github.espial.context.powershell;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.LineCharacters;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Objects as {@code ConvertTo-Json} writes them: one, or a list, which versions before 6 may wrap in one more object. */
public final class PowerShellJson implements ContextParser {
    private static final Pattern START = Pattern.compile("\\s*[\\[{].*");
    private static final Pattern MEMBER = Pattern.compile(
            "\"(?:ifIndex|DestinationPrefix|NextHop|InterfaceAlias|InterfaceIndex|LinkLayerAddress|LocalEndpoint|RemoteTunnelEndpoint)\"\\s*:");

    /** Characters of a line in which such a member is looked for; objects have their classes before them. */
    private static final int FAR = 1 << 16;

    private static final int DEEPEST = 8;

    /** Members of an object that are kept; those of the network have some sixty. */
    private static final int MOST_MEMBERS = 500;

    /** What describes the class of an object, not the object. */
    private static final String CLASS = "Cim";

    private final JsonFactory factory = new JsonFactory();

    @Override
    public String kind() {
        return "PowerShell JSON";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public Program program() {
        return Program.POWERSHELL;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        if (!START.matcher(lines.peek()).matches()) {
            return false;
        }
        for (int ahead = 0; ahead < Lines.MAX_AHEAD; ahead++) {
            String line = lines.peek(ahead);
            if (line.indexOf('"') >= 0
                    && MEMBER.matcher(line)
                            .region(0, Math.min(line.length(), FAR))
                            .find()) {
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
            new Reading(json, characters, notes).read(DEEPEST);
        } catch (JsonProcessingException broken) {
            notes.problem(characters.line(), "JSON breaks off");
        }
    }

    /** Goes through the objects of a file as they come, so that none has to be kept. */
    private record Reading(JsonParser json, LineCharacters characters, ContextNotes notes) {
        /** Reads the value that {@code json} stands at; what it says as text, if it is no object. */
        String read(int deepest) throws IOException {
            if (json.currentToken() == JsonToken.START_OBJECT && deepest > 0) {
                object(deepest);
                return "";
            }
            if (json.currentToken() == JsonToken.START_ARRAY && deepest > 0) {
                return array(deepest);
            }
            boolean isScalar =
                    json.currentToken() != null && json.currentToken().isScalarValue();
            String text = isScalar && json.currentToken() != JsonToken.VALUE_NULL ? json.getText() : "";
            json.skipChildren();
            return text;
        }

        private void object(int deepest) throws IOException {
            int line = characters.line();
            Map<String, String> properties = new HashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                String value = "";
                if (name.startsWith(CLASS)) {
                    json.skipChildren();
                } else {
                    value = read(deepest - 1);
                }
                if (properties.size() < MOST_MEMBERS) {
                    properties.put(name, value);
                }
            }
            new NetObject(line, properties, notes).add();
        }

        /** The texts in it with a space between them. */
        private String array(int deepest) throws IOException {
            StringBuilder texts = new StringBuilder();
            while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
                String text = read(deepest - 1);
                if (!text.isEmpty() && texts.length() < Lines.MAX_LENGTH) {
                    texts.append(texts.isEmpty() ? "" : " ").append(text);
                }
            }
            return texts.toString();
        }
    }
}
