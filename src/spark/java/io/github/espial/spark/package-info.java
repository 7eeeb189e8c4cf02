/**
 * Runs a batch on Apache Spark: the cases are diagnosed by the batch's own code, wherever there is a processor, after pieces of
 * large captures were scanned by many.
 */
@NullMarked
package io.github.espial.spark;

import org.jspecify.annotations.NullMarked;
