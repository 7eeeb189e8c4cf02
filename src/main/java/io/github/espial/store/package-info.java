/**
 * Stored captures as octets: files and streams, decompressed, with the size and the digest of what is stored.
 *
 * <p>What the octets mean is for the packages above to say.
 */
@NullMarked
package io.github.espial.store;

import org.jspecify.annotations.NullMarked;
