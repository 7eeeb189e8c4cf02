/** Finds the cases of a folder, and takes in what each consists of. */
@NullMarked
package io.github.espial.batch.ticket;

import org.jspecify.annotations.NullMarked;
