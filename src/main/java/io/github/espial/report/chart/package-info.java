/** Charts of a case; the only place that knows JFreeChart. */
@NullMarked
package io.github.espial.report.chart;

import org.jspecify.annotations.NullMarked;
