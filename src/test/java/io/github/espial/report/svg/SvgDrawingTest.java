package io.github.espial.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.report.SampleReports;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.Figure;
import io.github.espial.report.summary.Figures;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgDrawingTest {
    private static List<Figure> figures() throws Exception {
        return Figures.of(SampleReports.misrouted(), Typefaces.load());
    }

    @Test
    void keepsTextAsText() throws Exception {
        Document network = parsed(svg(figures().get(0)));
        assertThat(network.getDocumentElement().getTextContent())
                .contains("192.0.2.254", "00:1b:21:bb:00:fe", "198.51.100.20", "Default gateway");
        assertThat(network.getDocumentElement().getAttribute("aria-label"))
                .isEqualTo(figures().get(0).title());
    }

    /** A page's policy refuses styles that stand at elements, and nothing may come from elsewhere. */
    @Test
    void hasNeitherStylesNorReferencesToTheOutside() throws Exception {
        for (Figure figure : figures()) {
            String svg = svg(figure);
            assertThat(svg).startsWith("<svg").doesNotContain(" style=", "<style", "<image", "<script", "<!--");
            assertThat(svg.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", ""))
                    .doesNotContain("http:", "https:");
        }
    }

    @Test
    void namesNothingAsAnotherDrawingOfThePageDoes() throws Exception {
        List<String> ids = new ArrayList<>();
        for (Figure figure : figures()) {
            NodeList all = parsed(svg(figure)).getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                String id = ((Element) all.item(i)).getAttribute("id");
                if (!id.isEmpty()) {
                    ids.add(id);
                }
            }
        }
        assertThat(ids).isNotEmpty().hasSize(new HashSet<>(ids).size());
    }

    @Test
    void drawsTheSameTwice() throws Exception {
        assertThat(svg(figures().get(1))).isEqualTo(svg(figures().get(1)));
    }

    private static String svg(Figure figure) throws Exception {
        return SvgDrawing.of(figure.drawing(720), figure.name(), figure.title());
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
