package io.github.espial.store;

/** How a capture is made to tell no more who is in it, before anyone reads it. May be used by several threads. */
public interface Disguise {
    /** What rewrites the frames of one piece of a capture, for one thread. */
    FrameDisguise frames();

    /** What stands for the name of an interface. */
    String interfaceName(String name);
}
