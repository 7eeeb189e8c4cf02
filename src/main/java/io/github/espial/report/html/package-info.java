/** What makes pages of strangers' words harmless: shared by all that writes HTML. */
@NullMarked
package io.github.espial.report.html;

import org.jspecify.annotations.NullMarked;
