package io.github.espial.context;

/** What an SA protects (RFC 4301 §4.1; BEET of Linux counts as tunnel, for its inner addresses differ). */
public enum SaMode {
    TUNNEL,
    TRANSPORT
}
