package io.github.espial.ike;

import io.github.espial.store.OpenedDisguise;
import java.util.Optional;

/** Reads payloads that were encrypted, in disguise where the case is read so. */
record OpenedReader(Optional<OpenedDisguise> disguise) {
    Contents read(Chunk payloads, int firstType, int majorVersion) {
        Chunk read = disguise.isPresent()
                ? Chunk.of(disguise.get().ikePayloads(payloads.octets(), firstType, majorVersion))
                : payloads;
        return PayloadReader.read(read.buffer(), 0, read.length(), firstType, majorVersion);
    }
}
