package io.github.espial.context;

/** What kind of machine prints such an output. */
public enum Platform {
    WINDOWS,
    LINUX,
    /** FreeBSD, macOS, and the firewalls made of them. */
    BSD,
    CISCO,
    /** Any, or it is no machine's output. */
    ANY
}
