@NullMarked
package io.github.espial.correlate;

import org.jspecify.annotations.NullMarked;
