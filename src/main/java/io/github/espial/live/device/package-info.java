/** Captures on the interfaces of this machine, through libpcap or Npcap or by another program. */
@NullMarked
package io.github.espial.live.device;

import org.jspecify.annotations.NullMarked;
