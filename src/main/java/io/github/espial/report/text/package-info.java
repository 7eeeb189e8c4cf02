/** The report for a terminal. */
@NullMarked
package io.github.espial.report.text;

import org.jspecify.annotations.NullMarked;
