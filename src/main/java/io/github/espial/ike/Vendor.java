package io.github.espial.ike;

import io.github.espial.context.Platform;
import io.github.espial.net.IpAddress;
import java.util.Optional;

/**
 * A vendor id that a peer sent: what it is, or what it can do.
 *
 * @param sender who sent it
 * @param name such as {@code MS NT5 ISAKMPOAKLEY} or {@code RFC 3947}; its octets in hexadecimal where it is not known
 * @param product what the sender is, where the id tells
 */
public record Vendor(IpAddress sender, String name, Optional<Product> product) {
    /**
     * What an end of an IKE SA runs.
     *
     * @param name such as {@code Windows Server 2003 or XP SP2}
     * @param platform {@link Platform#ANY} for what runs on several
     */
    public record Product(String name, Platform platform) {
        @Override
        public String toString() {
            return name;
        }
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Vendor vendor
                && vendor.sender.equals(sender)
                && vendor.name.equals(name)
                && vendor.product.equals(product);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * sender.hashCode() + name.hashCode()) + product.hashCode();
    }

    /** The name, and the product in brackets. */
    @Override
    public String toString() {
        return name + product.map(what -> " (" + what + ")").orElse("");
    }
}
