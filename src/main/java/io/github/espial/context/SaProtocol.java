package io.github.espial.context;

/** What an SA protects packets with (RFC 4301 §3.2). */
public enum SaProtocol {
    ESP,
    AH
}
