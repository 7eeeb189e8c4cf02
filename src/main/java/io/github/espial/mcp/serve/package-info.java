/** Model Context Protocol, revisions 2024-11-05 to 2025-11-25, on standard input and output: a message a line. */
@NullMarked
package io.github.espial.mcp.serve;

import org.jspecify.annotations.NullMarked;
