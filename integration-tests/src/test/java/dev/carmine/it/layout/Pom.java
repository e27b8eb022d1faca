package dev.carmine.it.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A Maven project file, asked with XPath. Paths are written without the namespace. */
final class Pom {
    private final Path file;
    private final Document document;

    private Pom(Path file) {
        this.file = file;
        try {
            // Not aware of namespaces, so that paths can be written without a prefix.
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot parse " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hand-written one of a module; {@code ""} is the parent. */
    static Pom of(String module) {
        return new Pom(SourceTree.ROOT.resolve(module).resolve("pom.xml"));
    }

    /** The one that is published for a module, written by the build beside its jars. */
    static Pom published(String module) {
        return new Pom(SourceTree.ROOT.resolve(module).resolve("target/.flattened-pom.xml"));
    }

    /** The elements that match, in document order. */
    List<Element> elements(String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                elements.add((Element) nodes.item(i));
            }
            return elements;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** The texts of the elements that match. */
    List<String> texts(String path) {
        return elements(path).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    /** The text of the one element that matches. */
    String text(String path) {
        List<String> texts = texts(path);
        if (texts.size() != 1) {
            throw new IllegalStateException(file + " has " + texts.size() + " elements " + path + ", expected one");
        }
        return texts.get(0);
    }

    /** The dependencies at a path, as {@code group:artifact:version:scope}; what is absent is empty. */
    List<String> dependencies(String path) {
        return elements(path).stream()
                .map(dependency -> String.join(
                        ":",
                        child(dependency, "groupId"),
                        child(dependency, "artifactId"),
                        child(dependency, "version"),
                        child(dependency, "scope")))
                .toList();
    }

    private static String child(Element parent, String name) {
        NodeList children = parent.getElementsByTagName(name);
        return children.getLength() == 0
                ? ""
                : children.item(0).getTextContent().strip();
    }
}
