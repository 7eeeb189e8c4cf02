/** The cases that are being talked about: where they may lie, and what is known of them already. */
@NullMarked
package io.github.espial.mcp.desk;

import org.jspecify.annotations.NullMarked;
