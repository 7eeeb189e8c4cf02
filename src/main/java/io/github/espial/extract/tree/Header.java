package io.github.espial.extract.tree;

import java.util.List;

/**
 * A header of a frame.
 *
 * @param name the protocol's
 * @param fields in the order of the frame
 */
public record Header(String name, List<Field> fields) {
    public Header {
        fields = List.copyOf(fields);
    }

    /**
     * A field of a header.
     *
     * @param name as its specification calls it
     * @param value what it says
     * @param octets the same as in the frame, in hexadecimal
     * @param isDeciding whether judgements rest on fields of its kind: next hops, ends, SAs, who claims what
     */
    public record Field(String name, String value, String octets, boolean isDeciding) {}
}
