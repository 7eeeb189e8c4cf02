package io.github.espial.redact.frame;

import io.github.espial.redact.mapping.Mapping;
import io.github.espial.redact.mapping.RedactionKey;
import io.github.espial.store.Disguise;
import io.github.espial.store.FrameDisguise;
import io.github.espial.store.OpenedDisguise;
import java.util.Optional;

/** The disguise of all captures of a case, under one key. May be used by several threads. */
public final class CaseDisguise implements Disguise {
    private final RedactionKey key;
    private final KnownPorts ports;
    private final Sealed sealed;
    private final Mapping mapping;

    /** One in which what is encrypted becomes other octets. */
    public CaseDisguise(RedactionKey key) {
        this(key, new KnownPorts(), Sealed.REPLACED);
    }

    private CaseDisguise(RedactionKey key, KnownPorts ports, Sealed sealed) {
        this.key = key;
        this.ports = ports;
        this.sealed = sealed;
        this.mapping = Mapping.of(key);
    }

    @Override
    public FrameDisguise frames() {
        return new FrameRedaction(Mapping.of(key), ports, sealed);
    }

    @Override
    public Disguise toOpen() {
        return new CaseDisguise(key, ports, Sealed.KEPT);
    }

    @Override
    public Optional<OpenedDisguise> opened() {
        return sealed == Sealed.KEPT ? Optional.of(new OpenedRedaction(Mapping.of(key), ports)) : Optional.empty();
    }

    @Override
    public synchronized String interfaceName(String name) {
        return mapping.names().ofInterface(name);
    }
}
