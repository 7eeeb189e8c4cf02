/** What a Check Point gateway prints of its tunnels; its routes are those of Linux. */
@NullMarked
package io.github.espial.context.checkpoint;

import org.jspecify.annotations.NullMarked;
