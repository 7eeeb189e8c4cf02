/**
 * The failing machine's routing, as its own words state it: which next hop a lookup gives, under both models of when the
 * lookup is made, and the fewest routes that mend what goes wrong.
 */
@NullMarked
package io.github.espial.routing;

import org.jspecify.annotations.NullMarked;
