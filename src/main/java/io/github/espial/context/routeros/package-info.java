/** What RouterOS prints of a MikroTik's policies, SAs, routes, addresses and neighbors, and parts of its export. */
@NullMarked
package io.github.espial.context.routeros;

import org.jspecify.annotations.NullMarked;
