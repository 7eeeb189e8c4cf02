/** Findings and the verdict: what a case means for the person who has it. */
@NullMarked
package io.github.espial.diagnose;

import org.jspecify.annotations.NullMarked;
