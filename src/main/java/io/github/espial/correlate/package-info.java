/** Opens ESP with the keys that were given, or where it needs none, and tells which inner flow went in which SA. */
@NullMarked
package io.github.espial.correlate;

import org.jspecify.annotations.NullMarked;
