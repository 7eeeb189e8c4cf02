/**
 * Facts of a capture as values: who sent what to which MAC, who claims which address, which SPIs lived when. They are
 * counted frame by frame in {@code observe.tally}, in tables that merge. Nothing is judged here.
 */
@NullMarked
package io.github.espial.observe;

import org.jspecify.annotations.NullMarked;
