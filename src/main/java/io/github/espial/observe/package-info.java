/**
 * Facts of a capture, folded frame by frame into tables that merge: who sent what to which MAC, who claims which address,
 * which SPIs lived when. Nothing is judged here.
 */
@NullMarked
package io.github.espial.observe;

import org.jspecify.annotations.NullMarked;
