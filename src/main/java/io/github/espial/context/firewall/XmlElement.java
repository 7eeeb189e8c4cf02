package io.github.espial.context.firewall;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A small element of XML: the text of each element within it, by path. There are no document types and no entities but
 * those of XML itself.
 *
 * @param identity its attribute {@code uuid}; empty if it has none
 */
record XmlElement(String identity, Map<String, String> texts) {
    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Reads an element. The text of one that comes several times is that of the first. */
    static XmlElement of(String text) throws XMLStreamException {
        XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(text));
        Map<String, String> texts = new LinkedHashMap<>();
        Deque<String> path = new ArrayDeque<>();
        String identity = "";
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (path.isEmpty()) {
                        identity = Optional.ofNullable(xml.getAttributeValue(null, "uuid"))
                                .orElse("");
                        path.addLast("");
                    } else {
                        path.addLast(path.getLast() + "/" + xml.getLocalName());
                        texts.putIfAbsent(path.getLast(), "");
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    path.removeLast();
                } else if (event == XMLStreamConstants.CHARACTERS && !path.isEmpty()) {
                    String characters = xml.getText().strip();
                    texts.computeIfPresent(path.getLast(), (name, old) -> old.isEmpty() ? characters : old);
                }
            }
        } finally {
            xml.close();
        }
        return new XmlElement(identity, texts);
    }

    /** The text of an element, by its path such as {@code /localid/address}; empty if it has none. */
    Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path)).filter(text -> !text.isEmpty());
    }

    /** Whether an element is there that is a flag: pfSense leaves it empty, OPNsense writes 1, and 0 where it is not set. */
    boolean isSet(String path) {
        return texts.containsKey(path) && !texts.getOrDefault(path, "").equals("0");
    }
}
