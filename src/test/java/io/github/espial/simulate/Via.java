package io.github.espial.simulate;

/** Which card a packet leaves by, and for which next hop. */
record Via(Card card, Router router) {}
