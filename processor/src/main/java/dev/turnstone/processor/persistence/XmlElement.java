package dev.turnstone.processor.persistence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a small XML file, without namespaces.
 *
 * @param name its local name
 * @param attributes its attributes by local name
 * @param text the text directly inside it
 * @param children the elements directly inside it
 */
record XmlElement(String name, Map<String, String> attributes, StringBuilder text, List<XmlElement> children) {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 64;

    /**
     * Reads a file. Nothing that it refers to is opened, and no entity of its own is expanded.
     *
     * @throws IOException when it cannot be read, is no XML, or is larger or deeper than such a file ever is
     */
    static XmlElement read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is larger than " + MAX_BYTES + " bytes");
            }
            return read(new ByteArrayInputStream(bytes));
        } catch (XMLStreamException e) {
            throw new IOException(String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
        }
    }

    private static XmlElement read(InputStream in) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(in);
        XmlElement document = new XmlElement("", Map.of(), new StringBuilder(), new ArrayList<>());
        Deque<XmlElement> open = new ArrayDeque<>(List.of(document));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > MAX_DEPTH) {
                        throw new IOException("it is nested deeper than " + MAX_DEPTH + " levels");
                    }
                    XmlElement element = start(reader);
                    open.element().children.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().text.append(reader.getText());
                default -> {}
            }
        }
        return document.children.get(0);
    }

    private static XmlElement start(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new XmlElement(reader.getLocalName(), attributes, new StringBuilder(), new ArrayList<>());
    }

    /** The elements directly inside it that have a name. */
    Stream<XmlElement> children(String wanted) {
        return children.stream().filter(each -> each.name.equals(wanted));
    }

    /** The texts of such elements, without white space around them. */
    List<String> texts(String wanted) {
        return children(wanted).map(XmlElement::value).toList();
    }

    /** The values of an attribute of such elements, where it is written. */
    List<String> values(String wanted, String attribute) {
        return children(wanted)
                .map(each -> each.attributes.getOrDefault(attribute, ""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    String value() {
        return text.toString().strip();
    }
}
