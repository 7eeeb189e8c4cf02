/** Turns facts into a topology: servers, routers, peers and each peer's proper next hop, every conclusion with its weighed evidence. */
@NullMarked
package io.github.espial.infer;

import org.jspecify.annotations.NullMarked;
