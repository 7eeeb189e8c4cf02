package io.github.espial.ike;

/**
 * Encrypted payloads, or a fragment of them.
 *
 * @param firstType type of the first payload inside
 * @param start position in the message: of the IV in version 2, of the encrypted octets in version 1
 * @param length octets from there on, with the ICV of version 2
 * @param fragment number of the fragment, from 1
 * @param fragments how many fragments there are; 1 where the payloads are whole
 */
record Sealed(int firstType, int start, int length, int fragment, int fragments) {}
