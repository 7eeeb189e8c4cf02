package io.github.espial.ike;

/** Tells the vendor ids that products are known by from those that may say anything. */
public final class KnownVendors {
    /** A version, flags or the like behind what is known. */
    private static final int MOST_BEHIND = 8;

    private KnownVendors() {}

    /** Whether a vendor id is known, and has nothing behind it but what products put there. */
    public static boolean knows(byte[] id) {
        int known = VendorNames.known(Chunk.of(id));
        return known > 0 && id.length - known <= MOST_BEHIND;
    }
}
