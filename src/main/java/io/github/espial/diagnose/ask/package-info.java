/** What to ask a machine for: commands that change nothing and show no secrets, and what the output of each answers. */
@NullMarked
package io.github.espial.diagnose.ask;

import org.jspecify.annotations.NullMarked;
