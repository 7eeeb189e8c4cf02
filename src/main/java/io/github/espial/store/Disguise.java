package io.github.espial.store;

import java.util.Optional;

/** How a capture is made to tell no more who is in it, before anyone reads it. May be used by several threads. */
public interface Disguise {
    /** What rewrites the frames of one piece of a capture, for one thread. */
    FrameDisguise frames();

    /**
     * The same disguise for somebody who opens what is encrypted: that stays as it is, and what is opened must go through
     * {@link #opened()}.
     */
    Disguise toOpen();

    /** What rewrites that which was opened, for one thread; empty where nothing can be opened. */
    Optional<OpenedDisguise> opened();

    /** What stands for the name of an interface. */
    String interfaceName(String name);
}
