/** The report for scripts, schema espial/report/1. */
@NullMarked
package io.github.espial.report.json;

import org.jspecify.annotations.NullMarked;
