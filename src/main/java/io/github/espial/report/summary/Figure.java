package io.github.espial.report.summary;

import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Drawing;
import io.github.espial.report.sheet.Picture;
import java.util.List;

/**
 * What is drawn of a case, under a title.
 *
 * @param name in kebab case, for files and links
 * @param title what it shows
 * @param content lays itself out for any width
 */
public record Figure(String name, String title, Block content) {
    /** The figure without its title, {@code width} points wide. */
    public Drawing drawing(double width) {
        return Picture.of(List.of(content), 0, width);
    }
}
