/** What tcpdump and tshark print of packets, read as the packets that it tells of. */
@NullMarked
package io.github.espial.capture.tcpdump;

import org.jspecify.annotations.NullMarked;
