/** What FortiOS prints of a FortiGate's routes, neighbors, interfaces and tunnels, and parts of its configuration. */
@NullMarked
package io.github.espial.context.fortios;

import org.jspecify.annotations.NullMarked;
