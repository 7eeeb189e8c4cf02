package io.github.espial.live.device;

import java.util.List;
import java.util.Optional;

/**
 * Where to capture, and how.
 *
 * @param names of interfaces, at least one
 * @param snapLength octets kept of each frame at the most
 * @param bufferOctets what the system holds of each interface until it is read
 * @param isPromiscuous whether frames for others are captured too
 * @param filter what the system passes, in libpcap's language; empty: all
 */
public record DeviceSettings(
        List<String> names, int snapLength, int bufferOctets, boolean isPromiscuous, Optional<String> filter) {
    public DeviceSettings {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no interface");
        }
    }
}
