package io.github.espial.correlate;

import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.InnerPacket;
import io.github.espial.esp.Opened;
import io.github.espial.store.OpenedDisguise;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads what was opened, in disguise where the case is read so. Not thread-safe. */
final class InnerPacketReader {
    private final Optional<OpenedDisguise> disguise;
    private final InnerPacket packet = new InnerPacket();
    private ByteBuffer twin = ByteBuffer.allocate(0);

    InnerPacketReader(Optional<OpenedDisguise> disguise) {
        this.disguise = disguise;
    }

    /**
     * Reads what was opened; false when it is no packet, such as a dummy one.
     *
     * @param outer has read the frame
     */
    boolean read(Dissector outer, Opened opened) {
        if (disguise.isEmpty()) {
            return packet.read(outer, opened.octets(), opened.start(), opened.length(), opened.nextHeader());
        }
        if (twin.capacity() < opened.length()) {
            twin = ByteBuffer.allocate(opened.length());
        }
        disguise.get().packet(opened.octets(), opened.start(), opened.length(), opened.nextHeader(), twin);
        return packet.read(outer, twin, 0, opened.length(), opened.nextHeader());
    }

    /** What was read last. */
    InnerPacket packet() {
        return packet;
    }
}
