/**
 * Tells the story of each IKE SA from its messages: who began, what was agreed on, what went wrong, and, with its keys,
 * the SAs that came of it with their traffic selectors and keys.
 */
@NullMarked
package io.github.espial.ike;

import org.jspecify.annotations.NullMarked;
