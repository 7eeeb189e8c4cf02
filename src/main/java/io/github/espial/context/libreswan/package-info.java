/** What libreswan, and Openswan before it, print of their connections and SAs. */
@NullMarked
package io.github.espial.context.libreswan;

import org.jspecify.annotations.NullMarked;
