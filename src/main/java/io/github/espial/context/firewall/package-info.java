/** What OPNsense and pfSense show in their web pages, and keep in their configuration file. */
@NullMarked
package io.github.espial.context.firewall;

import org.jspecify.annotations.NullMarked;
