/**
 * Reports in other languages than English. What a report says is put together in English; on its way into a text, a page or
 * a drawing each text is looked up in the catalog of the reader's language, whole or as a pattern with holes for addresses,
 * numbers and other phrases. What the catalog lacks stays English.
 */
@NullMarked
package io.github.espial.report.lang;

import org.jspecify.annotations.NullMarked;
