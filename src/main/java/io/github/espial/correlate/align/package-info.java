/**
 * Tells without any key which flow in the clear went into which SA: by the lengths of packets and of ESP, and by their
 * times. What is found is weighed against what chance would find, and where several flows explain the same packets,
 * none of them is named.
 */
@NullMarked
package io.github.espial.correlate.align;

import org.jspecify.annotations.NullMarked;
