/** What a summary of a case shows, in its order: verdict, drawing of the network, charts, findings. */
@NullMarked
package io.github.espial.report.summary;

import org.jspecify.annotations.NullMarked;
