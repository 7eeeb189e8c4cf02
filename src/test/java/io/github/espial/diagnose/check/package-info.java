/** Each check: a case that it is about, and near misses that it is not. */
@NullMarked
package io.github.espial.diagnose.check;

import org.jspecify.annotations.NullMarked;
