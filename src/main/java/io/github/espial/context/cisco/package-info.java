/** What routers and firewalls of Cisco print: in most cases, what the far end states. */
@NullMarked
package io.github.espial.context.cisco;

import org.jspecify.annotations.NullMarked;
