/** Tests of IKE stories, and the messages that they are made of. */
@NullMarked
package io.github.espial.ike;

import org.jspecify.annotations.NullMarked;
