package io.github.espial.capture;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An interface that frames were captured on.
 *
 * @param id position in the capture from 0; interfaces of later pcapng sections continue the count
 * @param linkType LINKTYPE_ number, 16 bits
 * @param snapLength octets kept of each frame at most; 0 for no limit
 * @param timestampDigits fraction digits of a second that its time stamps tell: 6 for microseconds, 9 for nanoseconds
 * @param frames delivered frames of the interface
 * @param truncatedFrames those of which the capture holds only the beginning
 * @param dropped frames that the capture says it lost on the interface
 */
public record CaptureInterface(
        int id,
        int linkType,
        long snapLength,
        int timestampDigits,
        InterfaceDescription description,
        long frames,
        long truncatedFrames,
        OptionalLong dropped) {
    /** The name that the capturing system has for the interface. */
    public Optional<String> name() {
        return description.name();
    }
}
