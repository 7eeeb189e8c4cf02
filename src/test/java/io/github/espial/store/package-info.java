/** Stored captures made by the libraries' own compressors, by the JDK's, and by the command line tools. */
@NullMarked
package io.github.espial.store;

import org.jspecify.annotations.NullMarked;
