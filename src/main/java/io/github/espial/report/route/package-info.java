/** The ways that traffic took and should have taken, as drawings and charts name them. */
@NullMarked
package io.github.espial.report.route;

import org.jspecify.annotations.NullMarked;
