package io.github.espial.redact.frame;

/** The Internet checksum (RFC 1071) of what is written. Octets beyond the end of the frame count as zeros, as they are sent. */
final class Checksums {
    private final Draft draft;

    Checksums(Draft draft) {
        this.draft = draft;
    }

    /** The checksum of the octets from {@code at} to {@code end}, in which its own place is still 0. */
    int of(int at, int end) {
        return folded(sum(at, end));
    }

    /**
     * The same with the header that IP lends (RFC 9293 §3.1, RFC 8200 §8.1).
     *
     * @param length of the payload, by which the sender counts
     */
    int of(IpHeader ip, int protocol, long length, int at, int end) {
        return folded(sum(at, end)
                + sum(ip.addressesAt(), ip.addressesAt() + ip.addressesLength())
                + protocol
                + (length & 0xffff)
                + (length >>> 16));
    }

    private long sum(int at, int end) {
        int last = Math.min(end, draft.length());
        long sum = 0;
        for (int position = at; position < last; position += 2) {
            int word = draft.written16(position);
            sum += position + 1 < last ? word : word & 0xff00;
        }
        return sum;
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) ~folded & 0xffff;
    }
}
