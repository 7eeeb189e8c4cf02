@NullMarked
package io.github.espial.diagnose;

import org.jspecify.annotations.NullMarked;
