/**
 * The pages that explain findings, as structure: whoever shows one lays it out.
 *
 * <p>A page is a Markdown file named by its finding, {@code ID.md}, beside {@link io.github.espial.diagnose.Check}:
 * {@code # ID: title}, then the parts of {@link Heading} in their order, each begun by {@code ## Heading}. A part holds
 * paragraphs, in which {@code *one word*} is stressed and <code>`this`</code> is to be typed; items, each begun by
 * {@code - }; and lines indented by four spaces. Of these, {@code WHERE  COMMAND  (remark)} with two spaces or more in
 * between is a command and where to type it, a deeper line another command for the same place, and any other line is a
 * display filter.
 */
@NullMarked
package io.github.espial.diagnose.explain;

import org.jspecify.annotations.NullMarked;
