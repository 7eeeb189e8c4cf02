/** What Linux prints of its routes, neighbors, addresses and policies. */
@NullMarked
package io.github.espial.context.linux;

import org.jspecify.annotations.NullMarked;
