@NullMarked
package io.github.espial.live.device;

import org.jspecify.annotations.NullMarked;
