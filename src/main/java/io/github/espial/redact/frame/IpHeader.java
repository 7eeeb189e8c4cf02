package io.github.espial.redact.frame;

/**
 * What the payload of an IP packet needs to know of its header.
 *
 * @param version 4 or 6
 * @param addressesAt where the source address stands, with the destination behind it
 * @param isFirst whether the payload begins here: it does not in later fragments
 * @param isWhole whether the packet is no fragment
 */
record IpHeader(int version, int addressesAt, boolean isFirst, boolean isWhole) {
    int addressLength() {
        return version == 4 ? 4 : 16;
    }

    int addressesLength() {
        return 2 * addressLength();
    }

    int destinationAt() {
        return addressesAt + addressLength();
    }
}
