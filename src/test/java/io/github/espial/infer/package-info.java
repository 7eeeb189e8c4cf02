/** What inference makes of whole cases: alarms that must be raised, and those that must not. */
@NullMarked
package io.github.espial.infer;

import org.jspecify.annotations.NullMarked;
