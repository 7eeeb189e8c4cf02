/** What PAN-OS prints of a firewall's tunnels and routes. */
@NullMarked
package io.github.espial.context.panos;

import org.jspecify.annotations.NullMarked;
