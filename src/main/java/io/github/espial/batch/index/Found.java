package io.github.espial.batch.index;

import io.github.espial.diagnose.Severity;

/**
 * A finding, as the index shows it; whatever is not known is empty.
 *
 * @param id of the check
 * @param severity how bad it is
 * @param title a few words that name the subject
 * @param partner address of the peer concerned
 * @param gateway the next hop that the traffic took: its address, else its MAC
 */
public record Found(String id, Severity severity, String title, String partner, String gateway) {}
