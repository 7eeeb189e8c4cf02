/** The index of a batch as Parquet, for engines of tables. */
@NullMarked
package io.github.espial.spark.parquet;

import org.jspecify.annotations.NullMarked;
