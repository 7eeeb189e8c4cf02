/** What FreeBSD, macOS and programs made of them print. */
@NullMarked
package io.github.espial.context.bsd;

import org.jspecify.annotations.NullMarked;
