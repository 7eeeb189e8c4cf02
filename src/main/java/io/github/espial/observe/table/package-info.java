/**
 * Tables of counters under keys that merge in any cut and can be written to a file. What is counted is their owners'
 * business: of a key they know the capture that it begins with, of a counter whether it is a sum, a bound, a time or a
 * frame.
 */
@NullMarked
package io.github.espial.observe.table;

import org.jspecify.annotations.NullMarked;
