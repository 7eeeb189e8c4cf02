/** The index over all cases of a batch: its rows, and the files that hold them. */
@NullMarked
package io.github.espial.batch.index;

import org.jspecify.annotations.NullMarked;
