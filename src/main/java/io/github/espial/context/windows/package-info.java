/** What Windows prints of its routes, neighbours and addresses, in any language. */
@NullMarked
package io.github.espial.context.windows;

import org.jspecify.annotations.NullMarked;
