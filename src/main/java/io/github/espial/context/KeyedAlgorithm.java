package io.github.espial.context;

import java.util.OptionalInt;

/**
 * An algorithm and its key.
 *
 * @param name as the file has it, in the words of the entry's {@link KeyDialect}
 * @param key all octets that the file has: for counter modes the salt or nonce after the key proper (RFC 4106 §8.1)
 * @param icvBits length of the ICV where the file states it
 */
public record KeyedAlgorithm(String name, Secret key, OptionalInt icvBits) {}
