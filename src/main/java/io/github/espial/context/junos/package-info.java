/** What Junos prints of an SRX's SAs, routes and neighbors. */
@NullMarked
package io.github.espial.context.junos;

import org.jspecify.annotations.NullMarked;
