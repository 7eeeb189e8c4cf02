package io.github.espial.report.sheet;

import java.util.List;

/** A piece of a report that lays itself out for the width it is given. */
public interface Block {
    /** The block from top to bottom for {@code width} points. */
    List<Strip> strips(double width);

    /** Room between blocks; points. */
    static Block gap(double height) {
        return width -> List.of(Strip.gap(height));
    }
}
