/** Files that hold keys: one parser per form. */
@NullMarked
package io.github.espial.context.key;

import org.jspecify.annotations.NullMarked;
