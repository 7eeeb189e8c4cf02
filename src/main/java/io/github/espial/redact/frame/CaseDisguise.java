package io.github.espial.redact.frame;

import io.github.espial.redact.mapping.Mapping;
import io.github.espial.redact.mapping.RedactionKey;
import io.github.espial.store.Disguise;
import io.github.espial.store.FrameDisguise;

/** The disguise of all captures of a case, under one key. May be used by several threads. */
public final class CaseDisguise implements Disguise {
    private final RedactionKey key;
    private final KnownPorts ports = new KnownPorts();
    private final Mapping mapping;

    public CaseDisguise(RedactionKey key) {
        this.key = key;
        this.mapping = Mapping.of(key);
    }

    @Override
    public FrameDisguise frames() {
        return new FrameRedaction(Mapping.of(key), ports);
    }

    @Override
    public synchronized String interfaceName(String name) {
        return mapping.names().ofInterface(name);
    }
}
