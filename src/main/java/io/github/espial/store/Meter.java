package io.github.espial.store;

import java.io.IOException;

/** Says how many octets of a file as stored have been read. */
@FunctionalInterface
interface Meter {
    long octets() throws IOException;
}
