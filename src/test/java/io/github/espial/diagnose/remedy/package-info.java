@NullMarked
package io.github.espial.diagnose.remedy;

import org.jspecify.annotations.NullMarked;
