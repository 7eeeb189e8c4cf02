package io.github.espial.batch.index;

/**
 * A finding, as the index shows it; whatever is not known is empty.
 *
 * @param id of the check
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param title a few words that name the subject
 * @param partner address of the peer concerned
 * @param gateway the next hop that the traffic took: its address, else its MAC
 */
public record Found(String id, String severity, String title, String partner, String gateway) {}
