/**
 * The case for an assistant: facts, never packets to guess from, by the Model Context Protocol. Reads below the folders
 * that were named, writes nothing, and starts nothing.
 */
@NullMarked
package io.github.espial.mcp;

import org.jspecify.annotations.NullMarked;
