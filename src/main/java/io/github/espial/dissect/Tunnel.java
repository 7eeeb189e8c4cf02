package io.github.espial.dissect;

import java.nio.ByteBuffer;

/** A tunnel in which packets or frames travel in the clear; {@link Tunnels} lists all. Not thread-safe. */
interface Tunnel {
    /** Reads the header of the tunnel; false when it is none, or carries nothing that could be read on. */
    boolean read(ByteBuffer octets, int start, int length);

    /** EtherType of what it carries: {@link io.github.espial.net.EtherTypes#BRIDGED_ETHERNET} for a whole frame. */
    int carried();

    /** Which of several virtual networks it belongs to, 24 bits; 0 where the header does not tell. */
    int network();

    /** Where that begins. */
    int carriedStart();

    /** Octets of it that were captured. */
    int carriedLength();
}
