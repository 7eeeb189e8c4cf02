package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import java.util.Optional;

/**
 * A vendor id that a peer sent: what it is, or what it can do.
 *
 * @param sender who sent it
 * @param name such as {@code MS NT5 ISAKMPOAKLEY} or {@code RFC 3947}; its octets in hexadecimal where it is not known
 * @param platform what the sender is, where the id tells, such as {@code Windows Server 2003 or XP SP2}
 */
public record Vendor(IpAddress sender, String name, Optional<String> platform) {
    /** The name, and the platform in brackets. */
    @Override
    public String toString() {
        return name + platform.map(what -> " (" + what + ")").orElse("");
    }
}
