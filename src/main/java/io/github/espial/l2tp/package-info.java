/** The story of L2TP tunnels and the PPP links in them, put together from what their packets tell (RFC 2661). */
@NullMarked
package io.github.espial.l2tp;

import org.jspecify.annotations.NullMarked;
