/** The summary as a PDF; the only place that knows PDFBox. */
@NullMarked
package io.github.espial.report.pdf;

import org.jspecify.annotations.NullMarked;
