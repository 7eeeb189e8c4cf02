/** Reports as tables for spreadsheets and scripts (RFC 4180). */
@NullMarked
package io.github.espial.report.csv;

import org.jspecify.annotations.NullMarked;
