/** The command line: the only place that knows options and exit statuses. */
@NullMarked
package io.github.espial.cli;

import org.jspecify.annotations.NullMarked;
