/** Parts of a SonicWall's configuration, as its command line shows and takes them. */
@NullMarked
package io.github.espial.context.sonicos;

import org.jspecify.annotations.NullMarked;
