/** What the console of a Sophos firewall prints beside the outputs of Linux that its shell has. */
@NullMarked
package io.github.espial.context.sophos;

import org.jspecify.annotations.NullMarked;
