/** What changed between two cases, of which the second is to show that the first one's fault is mended. */
@NullMarked
package io.github.espial.compare;

import org.jspecify.annotations.NullMarked;
