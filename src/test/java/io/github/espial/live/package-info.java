@NullMarked
package io.github.espial.live;

import org.jspecify.annotations.NullMarked;
