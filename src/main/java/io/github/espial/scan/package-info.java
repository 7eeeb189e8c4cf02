/**
 * Reads captures and cases into observations: piece by piece, file by file, with all times by one clock. Scans of earlier
 * runs take the place of reading.
 */
@NullMarked
package io.github.espial.scan;

import org.jspecify.annotations.NullMarked;
