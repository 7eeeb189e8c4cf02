/**
 * What reports say: labels, values and their rounding, counts, evidence, remedies, tables. A format lays these out and adds
 * no word of its own, so that text, pictures, PDF and pages cannot tell a case in different words. The sentences of the
 * findings themselves are the checks'; JSON has its schema's words.
 *
 * <p>Most runs print a text and are over in a fraction of a second: loops stand here where streams, formatters and regular
 * expressions would load some hundred classes.
 */
@NullMarked
package io.github.espial.report.words;

import org.jspecify.annotations.NullMarked;
