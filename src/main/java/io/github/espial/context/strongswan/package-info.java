/** What strongSwan prints of its SAs. */
@NullMarked
package io.github.espial.context.strongswan;

import org.jspecify.annotations.NullMarked;
