package io.github.espial.report.svg;

import io.github.espial.report.Printable;
import io.github.espial.report.sheet.Drawing;
import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A drawing as an element of SVG that stands in a page: text stays text, nothing is said by a style of its own, which a
 * page's policy would refuse, and its ids begin with its name, as a page has several.
 */
public final class SvgDrawing {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private SvgDrawing() {}

    /** A document of its own, on white. */
    public static String document(Drawing drawing, String name, String title) throws IOException {
        int width = (int) Math.ceil(drawing.width());
        int height = (int) Math.ceil(drawing.height());
        String svg = of(drawing, name, title);
        int end = svg.indexOf('>') + 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.substring(0, end - 1) + " width=\"" + width
                + "\" height=\"" + height + "\">\n<rect width=\"" + width + "\" height=\"" + height
                + "\" fill=\"white\" stroke=\"none\"/>" + svg.substring(end) + "\n";
    }

    /**
     * The element.
     *
     * @param name in kebab case, one of its kind in the page
     * @param title what it shows, for those who do not see it
     */
    public static String of(Drawing drawing, String name, String title) throws IOException {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return name + "-" + super.generateID(prefix);
            }
        });
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        int width = (int) Math.ceil(drawing.width());
        int height = (int) Math.ceil(drawing.height());
        graphics.setSVGCanvasSize(new Dimension(width, height));
        drawing.draw(graphics);
        Element root = graphics.getRoot();
        root.removeAttribute("width");
        root.removeAttribute("height");
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", Printable.of(title));
        StringWriter text = new StringWriter();
        graphics.stream(root, text, false, false);
        // Every drawing has this one id, which nothing refers to.
        String svg = text.toString().replace(" id=\"genericDefs\"", "");
        return svg.substring(svg.indexOf("<svg"));
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java makes no documents", e);
        }
    }
}
