/** What {@code netsh} of Windows prints of interfaces, routes and IPsec. */
@NullMarked
package io.github.espial.context.netsh;

import org.jspecify.annotations.NullMarked;
