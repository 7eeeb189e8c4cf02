/** The summary as one picture. */
@NullMarked
package io.github.espial.report.png;

import org.jspecify.annotations.NullMarked;
