/** The formats of Microsoft Network Monitor: 1.x, 2.x and 3.x (Network Monitor 3.4 help, "Capture File Format"). */
@NullMarked
package io.github.espial.capture.netmon;

import org.jspecify.annotations.NullMarked;
