/** Reads whole files: characters, lines, and which parser a line is for. */
@NullMarked
package io.github.espial.context.file;

import org.jspecify.annotations.NullMarked;
