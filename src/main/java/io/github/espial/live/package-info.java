/**
 * Judges a capture while it runs: window by window, at most once a second, with the events between two judgements. What
 * it reads is one stream of records, wherever that comes from.
 */
@NullMarked
package io.github.espial.live;

import org.jspecify.annotations.NullMarked;
