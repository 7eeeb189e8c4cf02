package io.github.espial.context.firewall;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * {@code /conf/config.xml} of OPNsense and pfSense, whole or in parts: gateways, static routes and the networks of
 * phase 2. Only these elements are looked into, one by one; certificates and secrets are passed over.
 */
public final class ConfigXml implements ContextParser {
    private static final Pattern ROOT = Pattern.compile("\\s*<(?:pfsense|opnsense)>\\s*");
    private static final Pattern PROLOG = Pattern.compile("\\s*<\\?xml\\s.*\\?>\\s*");
    private static final Pattern LISTS = Pattern.compile("\\s*<(?:staticroutes|gateways|Gateways)(?:\\s[^<>]*)?>\\s*");

    /** An element that is read, and stands on lines of its own, as both firewalls write it. */
    private static final Pattern ELEMENT =
            Pattern.compile("\\s*<(gateway_item|route|phase1|phase2|Connection|child)(?:\\s[^<>]*)?>\\s*");

    private static final Pattern DEFAULT_GATEWAY = Pattern.compile("\\s*<defaultgw[46]>([^<>]*)</defaultgw[46]>\\s*");
    private static final Pattern ANY = Pattern.compile("\\s*<.*|\\s*");

    /** No element has more lines. */
    private static final int MOST_LINES = 300;

    @Override
    public String kind() {
        return "config.xml";
    }

    @Override
    public Platform platform() {
        return Platform.BSD;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        String line = lines.peek();
        return ROOT.matcher(line).matches()
                || (PROLOG.matcher(line).matches()
                        && ROOT.matcher(lines.peek(1)).matches())
                || LISTS.matcher(line).matches()
                || isElement(lines);
    }

    /** Other files have elements of these names, too: the one that follows must be one of ours. */
    private static boolean isElement(Lines lines) throws IOException {
        Matcher element = ELEMENT.matcher(lines.peek());
        if (!element.matches()) {
            return false;
        }
        String name = element.group(1);
        return name.equals("gateway_item")
                || ((name.equals("phase1") || name.equals("phase2"))
                        && lines.peek(1).strip().startsWith("<ikeid>"));
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        Configuration configuration = new Configuration();
        while (!lines.atEnd() && ANY.matcher(lines.peek()).matches()) {
            int number = lines.number();
            Matcher element = ELEMENT.matcher(lines.peek());
            Matcher defaultGateway = DEFAULT_GATEWAY.matcher(lines.peek());
            if (element.matches()) {
                String name = element.group(1);
                Optional<String> text = element(lines, name);
                if (text.isPresent()) {
                    read(number, name, text.get(), configuration, notes);
                } else {
                    notes.problem(number, "the element " + name + " does not end");
                }
                continue;
            }
            if (defaultGateway.matches()) {
                configuration.defaultGateway(number, defaultGateway.group(1));
            }
            lines.next();
        }
        configuration.finish(notes);
    }

    /** Takes the lines of an element, at least one. */
    private static Optional<String> element(Lines lines, String name) throws IOException {
        List<String> text = new ArrayList<>();
        while (text.size() < MOST_LINES && !lines.atEnd()) {
            String line = lines.next();
            text.add(line);
            if (line.strip().equals("</" + name + ">")) {
                return Optional.of(String.join("\n", text));
            }
        }
        return Optional.empty();
    }

    private static void read(int line, String name, String text, Configuration configuration, ContextNotes notes) {
        try {
            configuration.add(line, name, XmlElement.of(text));
        } catch (XMLStreamException broken) {
            // The message of the exception may show what stands there, and that may be a secret.
            notes.problem(line, "the element " + name + " is no XML");
        }
    }
}
