package io.github.espial.routing;

/** Whose words a file holds. Either end may run anything, so the platform that printed them does not decide it. */
enum Origin {
    THIS_MACHINE,
    /** The far end of a tunnel, or any other machine. */
    FAR_END,
    /** They name no addresses of their own, or nothing was captured to compare them with. */
    UNKNOWN
}
