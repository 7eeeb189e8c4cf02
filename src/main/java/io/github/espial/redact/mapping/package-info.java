/**
 * What stands for what, under one key: addresses, MACs and names. The same key gives the same in every file, in every run,
 * in frames and in words of machines; without the key nobody can tell what stood there.
 *
 * <p>Addresses keep what a judgement rests on: which share a prefix, and which are of a range with a meaning of its own
 * (private, link-local, multicast, documentation). For that, the bits that lead to such a range are not changed, which tells
 * of an address outside how much of its beginning it has in common with one, and no more.
 */
@NullMarked
package io.github.espial.redact.mapping;

import org.jspecify.annotations.NullMarked;
