@NullMarked
package io.github.espial.l2tp;

import org.jspecify.annotations.NullMarked;
