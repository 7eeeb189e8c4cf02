/** Outputs and configurations of WireGuard, which often stands beside IPsec on one machine. */
@NullMarked
package io.github.espial.context.wireguard;

import org.jspecify.annotations.NullMarked;
