/**
 * What counts the facts: the observer that takes frame by frame, the tables it counts them in, and observations, their
 * list, which merges, is sampled, written and read. What leaves is a value of the room above.
 */
@NullMarked
package io.github.espial.observe.tally;

import org.jspecify.annotations.NullMarked;
