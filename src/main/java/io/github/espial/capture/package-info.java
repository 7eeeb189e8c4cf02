/**
 * What captures hold, whatever their format: frames, interfaces, names, comments, problems; and what a reader of one
 * format, each in a package of its own below, is built of.
 *
 * <p>Strings are as the file has them: whoever shows them escapes them.
 */
@NullMarked
package io.github.espial.capture;

import org.jspecify.annotations.NullMarked;
