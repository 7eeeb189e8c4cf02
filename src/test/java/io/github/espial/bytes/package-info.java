/** Sources that behave as badly as files and pipes may, and windows over them. */
@NullMarked
package io.github.espial.bytes;

import org.jspecify.annotations.NullMarked;
