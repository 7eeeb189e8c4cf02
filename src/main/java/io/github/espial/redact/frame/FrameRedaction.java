package io.github.espial.redact.frame;

import io.github.espial.redact.mapping.Mapping;
import io.github.espial.store.FrameDisguise;
import java.nio.ByteBuffer;

/** Redacts one frame after the other. Not thread-safe. */
final class FrameRedaction implements FrameDisguise {
    private final Layers layers;

    FrameRedaction(Mapping mapping, KnownPorts ports, Sealed sealed) {
        layers = new Layers(mapping, ports, sealed);
    }

    @Override
    public void disguise(ByteBuffer octets, int start, int length, int linkType, ByteBuffer to) {
        layers.begin();
        layers.draft.begin(octets, start, length, to);
        layers.link.redact(linkType, length);
    }
}
