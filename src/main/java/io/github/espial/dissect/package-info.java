/** Walks one frame from its link layer to the IPsec, IKE or L2TP header and says what it is; keeps nothing. */
@NullMarked
package io.github.espial.dissect;

import org.jspecify.annotations.NullMarked;
