package io.github.espial.report.svg;

import io.github.espial.report.sheet.Drawing;

/**
 * A drawing as an element of SVG that stands in a page: text stays text, nothing is said by a style of its own, which a
 * page's policy would refuse, and its ids begin with its name, as a page has several.
 */
public final class SvgDrawing {
    private SvgDrawing() {}

    /** A document of its own, on white. */
    public static String document(Drawing drawing, String name, String title) {
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
    public static String of(Drawing drawing, String name, String title) {
        SvgText svg = new SvgText();
        svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
        svg.number(Math.ceil(drawing.width()))
                .raw(" ")
                .number(Math.ceil(drawing.height()))
                .raw("\"");
        svg.raw(" role=\"img\"").attribute("aria-label", title).raw(">");
        SvgGraphics graphics = new SvgGraphics(svg, name);
        drawing.draw(graphics);
        graphics.define();
        return svg.raw("</svg>").toString();
    }
}
