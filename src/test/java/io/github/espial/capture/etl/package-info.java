/** Tests of the reader of Windows event traces. */
@NullMarked
package io.github.espial.capture.etl;

import org.jspecify.annotations.NullMarked;
