/**
 * Fuzz targets: in an ordinary build each runs over its seeds, with {@code JAZZER_FUZZ=1} it looks for others.
 *
 * <p>Inputs that once failed are kept in the test resources, where Jazzer finds them.
 */
@NullMarked
package io.github.espial.fuzz;

import org.jspecify.annotations.NullMarked;
