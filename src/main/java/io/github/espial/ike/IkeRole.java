package io.github.espial.ike;

/** Which of two ends: who began an IKE SA or an exchange, or who was asked. */
public enum IkeRole {
    INITIATOR,
    RESPONDER
}
