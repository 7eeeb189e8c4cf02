/** Runs from captures to reports: what no floor alone can show. */
@NullMarked
package io.github.espial.whole;

import org.jspecify.annotations.NullMarked;
