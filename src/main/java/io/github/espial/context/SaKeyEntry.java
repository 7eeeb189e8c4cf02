package io.github.espial.context;

import java.util.Optional;

/**
 * The keys of one SA.
 *
 * @param dialect whose names the algorithms are called by
 * @param line number of the line it begins at, from 1
 * @param spi of the SA
 * @param encryption cipher, or cipher and integrity in one; empty where the file names none
 * @param integrity empty where the file names none
 * @param traits what else the file states
 */
public record SaKeyEntry(
        KeyDialect dialect,
        int line,
        AddressPattern source,
        AddressPattern destination,
        SpiPattern spi,
        Optional<KeyedAlgorithm> encryption,
        Optional<KeyedAlgorithm> integrity,
        SaTraits traits) {}
