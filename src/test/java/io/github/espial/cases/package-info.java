@NullMarked
package io.github.espial.cases;

import org.jspecify.annotations.NullMarked;
