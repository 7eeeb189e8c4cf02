/** Drawings as SVG, for pages. */
@NullMarked
package io.github.espial.report.svg;

import org.jspecify.annotations.NullMarked;
