/**
 * What the failing machine's own table says of each inner network behind a peer, under both models of when the route is
 * looked up, held against where the captured packets went.
 */
@NullMarked
package io.github.espial.predict;

import org.jspecify.annotations.NullMarked;
