/** What the build packs beside the program: a container image, made without a container engine. */
@NullMarked
package io.github.espial.dist;

import org.jspecify.annotations.NullMarked;
