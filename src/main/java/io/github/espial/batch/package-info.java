/**
 * Diagnoses every case of a folder, and keeps an index over all.
 *
 * <p>In the folder of the reports, {@code cases/ID} holds those of one case and {@code case.json}, which is written last:
 * where it is, all else of the case is whole. A run that was killed at any time is taken up from there.
 */
@NullMarked
package io.github.espial.batch;

import org.jspecify.annotations.NullMarked;
