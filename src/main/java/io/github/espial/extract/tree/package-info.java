/** Frames that prove findings, header by header, for a reader who has no packet tool at hand. */
@NullMarked
package io.github.espial.extract.tree;

import org.jspecify.annotations.NullMarked;
