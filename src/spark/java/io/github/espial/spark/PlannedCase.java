package io.github.espial.spark;

import java.io.Serializable;

/**
 * A case that was looked at.
 *
 * @param octets of its files, as stored
 * @param earlier what an earlier run left, where it still holds
 */
record PlannedCase(ListedCase listed, long octets, Told earlier) implements Serializable {}
