/**
 * What is inside ESP: transforms and their keys, packets opened with them, and what packets show without any key.
 *
 * <p>An {@link io.github.espial.esp.Opener} opens the packets of one SA; everything else here is either what it is made
 * from or, where there is no key, an estimate from the packets alone.
 */
@NullMarked
package io.github.espial.esp;

import org.jspecify.annotations.NullMarked;
