/** What tools are asked and answer: arguments of strangers, results that fit a conversation. */
@NullMarked
package io.github.espial.mcp.answer;

import org.jspecify.annotations.NullMarked;
