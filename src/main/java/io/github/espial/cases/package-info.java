/** Takes what was handed over for a case, sorts it by what it is, and has it diagnosed: what every driver builds on. */
@NullMarked
package io.github.espial.cases;

import org.jspecify.annotations.NullMarked;
