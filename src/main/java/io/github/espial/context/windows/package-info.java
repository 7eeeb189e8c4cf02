/** What Windows prints of its routes, neighbors and addresses, in any language. */
@NullMarked
package io.github.espial.context.windows;

import org.jspecify.annotations.NullMarked;
