/**
 * What files of the failing machine state: routes, neighbors, interfaces, policies, and the keys of its SAs.
 *
 * <p>Here are the statements and what a {@link ContextParser} is built of; the parsers stand in one package per kind of
 * machine below, and {@code context.file} puts a file to all of them. Names are as the files have them: whoever shows
 * them escapes them.
 */
@NullMarked
package io.github.espial.context;

import org.jspecify.annotations.NullMarked;
