/** File systems of Hadoop as the Java platform knows file systems, to be read: what opens a path need not know where it leads. */
@NullMarked
package io.github.espial.spark.hadoop;

import org.jspecify.annotations.NullMarked;
