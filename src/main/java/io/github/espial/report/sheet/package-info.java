/** Pages as strips drawn on a {@link java.awt.Graphics2D}: what pictures and PDFs have in common. */
@NullMarked
package io.github.espial.report.sheet;

import org.jspecify.annotations.NullMarked;
