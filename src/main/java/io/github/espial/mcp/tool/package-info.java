/** What can be asked, a tool a file. */
@NullMarked
package io.github.espial.mcp.tool;

import org.jspecify.annotations.NullMarked;
