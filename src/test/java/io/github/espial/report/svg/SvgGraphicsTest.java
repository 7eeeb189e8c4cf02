package io.github.espial.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.espial.report.sheet.Drawing;
import io.github.espial.report.sheet.Painter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgGraphicsTest {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    @Test
    void drawsAShapeWhereItsTransformPutsIt() throws Exception {
        Ellipse2D circle = new Ellipse2D.Double(-1.5, -1.5, 3, 3);
        Element path = only("path", g -> {
            g.translate(10, 20.25);
            g.setPaint(Color.RED);
            g.fill(circle);
        });
        assertThat(path.getAttribute("fill")).isEqualTo("#ff0000");
        List<Double> points = numbers(path.getAttribute("d"));
        List<Double> expected = points(circle.getPathIterator(AffineTransform.getTranslateInstance(10, 20.25)));
        assertThat(points).hasSameSizeAs(expected);
        for (int i = 0; i < points.size(); i++) {
            assertThat(points.get(i)).isCloseTo(expected.get(i), within(0.005));
        }
    }

    /** Upright text of an axis is text, turned. */
    @Test
    void turnsText() throws Exception {
        Element text = only("text", g -> {
            g.rotate(-Math.PI / 2, 5, 7);
            g.drawString("frames", 5, 7);
        });
        List<Double> matrix = numbers(text.getAttribute("transform"));
        AffineTransform turned = new AffineTransform(
                matrix.get(0), matrix.get(1), matrix.get(2), matrix.get(3), matrix.get(4), matrix.get(5));
        double[] place = {Double.parseDouble(text.getAttribute("x")), Double.parseDouble(text.getAttribute("y")), 15, 7
        };
        turned.transform(place, 0, place, 0, 2);
        assertThat(place[0]).isCloseTo(5, within(0.01));
        assertThat(place[1]).isCloseTo(7, within(0.01));
        // Ten to the right is ten up.
        assertThat(place[2]).isCloseTo(5, within(0.01));
        assertThat(place[3]).isCloseTo(-3, within(0.01));
    }

    @Test
    void escapesWhatWouldBeMarkupAndShowsWhatIsNotForReading() throws Exception {
        Element text = only("text", g -> g.drawString("a<b>&\"'c\u202e\u0007", 0, 0));
        assertThat(text.getTextContent()).isEqualTo("a<b>&\"'c\\u{202e}\\u{7}");
    }

    @Test
    void cutsWhatReachesOutAndOnlyThat() throws Exception {
        Document drawn = drawn(g -> {
            g.clip(new Rectangle2D.Double(10, 10, 30, 30));
            g.fill(new Rectangle2D.Double(12, 12, 5, 5));
            g.draw(new Line2D.Double(0, 20, 90, 20));
            g.fill(new Rectangle2D.Double(60, 60, 5, 5));
        });
        assertThat(drawn.getElementsByTagName("rect").getLength()).isEqualTo(1);
        Element cut = (Element) drawn.getElementsByTagName("g").item(0);
        assertThat(cut.getElementsByTagName("path").getLength()).isEqualTo(1);
        Element bounds = (Element) drawn.getElementsByTagName("clipPath").item(0);
        assertThat(cut.getAttribute("clip-path")).isEqualTo("url(#" + bounds.getAttribute("id") + ")");
        Element area = (Element) bounds.getElementsByTagName("path").item(0);
        assertThat(numbers(area.getAttribute("d"))).contains(10.0, 40.0).allMatch(edge -> edge >= 10 && edge <= 40);
    }

    /** Bounds that were set before a move stay where they were, and are told in the coordinates of now. */
    @Test
    void keepsBoundsInTheirPlace() throws Exception {
        List<Rectangle2D> told = new ArrayList<>();
        drawn(g -> {
            g.setClip(new Rectangle2D.Double(10, 10, 30, 30));
            g.translate(5, 0);
            g.clip(new Rectangle2D.Double(0, 0, 20, 20));
            told.add(g.getClipBounds());
            g.setClip(null);
            assertThat(g.getClip()).isNull();
        });
        assertThat(told).containsExactly(new Rectangle2D.Double(5, 10, 15, 10));
    }

    @Test
    void tellsOutlinesAsJavaHasThem() throws Exception {
        Element line = only("path", g -> {
            g.setPaint(new Color(0, 0, 255, 51));
            g.setStroke(new BasicStroke(1.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {6, 3}, 1));
            g.draw(new Line2D.Double(0, 0, 10, 0));
        });
        assertThat(line.getAttribute("fill")).isEqualTo("none");
        assertThat(line.getAttribute("stroke")).isEqualTo("#0000ff");
        assertThat(line.getAttribute("stroke-opacity")).isEqualTo("0.2");
        assertThat(line.getAttribute("stroke-width")).isEqualTo("1.7");
        assertThat(line.getAttribute("stroke-linecap")).isEqualTo("round");
        assertThat(line.getAttribute("stroke-dasharray")).isEqualTo("6,3");
        assertThat(line.getAttribute("stroke-dashoffset")).isEqualTo("1");
    }

    @Test
    void refusesImages() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        assertThatThrownBy(() -> drawn(g -> g.drawImage(image, 0, 0, null)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("images");
    }

    private static Element only(String name, Painter painter) throws Exception {
        Document drawn = drawn(painter);
        assertThat(drawn.getElementsByTagName(name).getLength()).isEqualTo(1);
        return (Element) drawn.getElementsByTagName(name).item(0);
    }

    private static Document drawn(Painter painter) throws Exception {
        Drawing drawing = new Drawing() {
            @Override
            public double width() {
                return 100;
            }

            @Override
            public double height() {
                return 100;
            }

            @Override
            public void draw(Graphics2D g) {
                painter.draw(g);
            }
        };
        String svg = SvgDrawing.of(drawing, "some", "Some drawing");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher found = NUMBER.matcher(text);
        while (found.find()) {
            numbers.add(Double.valueOf(found.group()));
        }
        return numbers;
    }

    private static List<Double> points(PathIterator parts) {
        List<Double> points = new ArrayList<>();
        double[] segment = new double[6];
        for (; !parts.isDone(); parts.next()) {
            int coordinates = switch (parts.currentSegment(segment)) {
                case PathIterator.SEG_CLOSE -> 0;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CUBICTO -> 6;
                default -> 2;
            };
            for (int i = 0; i < coordinates; i++) {
                points.add(segment[i]);
            }
        }
        return points;
    }
}
