/** Facts about packets inside SAs, as the second pass counts them: tables that merge as those of the first pass do. */
@NullMarked
package io.github.espial.correlate.inner;

import org.jspecify.annotations.NullMarked;
