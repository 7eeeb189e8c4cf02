/** One class per finding: each states a fault, proves it and says how to mend it. */
@NullMarked
package io.github.espial.diagnose.check;

import org.jspecify.annotations.NullMarked;
