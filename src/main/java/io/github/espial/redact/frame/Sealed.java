package io.github.espial.redact.frame;

/** What becomes of that which is encrypted. */
enum Sealed {
    /** It becomes other octets: who comes by a key must not read it. */
    REPLACED,
    /** It stays, to be opened with keys that are at hand; what is opened is redacted then. */
    KEPT
}
