/** What clouds give for setting up the customer's end of a tunnel to them. */
@NullMarked
package io.github.espial.context.aws;

import org.jspecify.annotations.NullMarked;
