@NullMarked
package io.github.espial.routing;

import org.jspecify.annotations.NullMarked;
