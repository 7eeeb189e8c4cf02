/** Values of the field: addresses, SPIs, protocol numbers and their names. Knows nothing of frames or captures. */
@NullMarked
package io.github.espial.net;

import org.jspecify.annotations.NullMarked;
