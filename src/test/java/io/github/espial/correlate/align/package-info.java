/** Tests of aligning packets in the clear with ESP, against simulated gateways and the lab's captures. */
@NullMarked
package io.github.espial.correlate.align;

import org.jspecify.annotations.NullMarked;
