package io.github.espial.redact.frame;

import io.github.espial.redact.mapping.Mapping;
import io.github.espial.store.OpenedDisguise;
import java.nio.ByteBuffer;

/** Redacts what was opened, as frames in the clear are. Not thread-safe. */
final class OpenedRedaction implements OpenedDisguise {
    private final Layers layers;

    OpenedRedaction(Mapping mapping, KnownPorts ports) {
        layers = new Layers(mapping, ports, Sealed.KEPT);
    }

    @Override
    public void packet(ByteBuffer octets, int start, int length, int nextHeader, ByteBuffer to) {
        layers.begin();
        layers.draft.begin(octets, start, length, to);
        // The addresses of transport mode are those of the outer packet, which is not at hand; nobody asks for check
        // sums.
        IpHeader outer = new IpHeader(4, length, true, true);
        layers.payload.redact(nextHeader, outer, 0, length, length);
    }

    @Override
    public byte[] ikePayloads(byte[] octets, int firstType, int majorVersion) {
        byte[] twin = new byte[octets.length];
        layers.begin();
        layers.draft.begin(ByteBuffer.wrap(octets), 0, octets.length, ByteBuffer.wrap(twin));
        layers.ike.redactOpened(firstType, octets.length);
        return twin;
    }
}
