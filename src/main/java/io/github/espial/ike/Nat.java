package io.github.espial.ike;

/**
 * What the peers' NAT detection tells: a hash of addresses and ports that does not fit those of the captured packet.
 *
 * @param isChecked whether any hash could be held against a packet
 * @param initiator whether there is a NAT on the initiator's side
 * @param responder whether there is one on the responder's side
 */
public record Nat(boolean isChecked, boolean initiator, boolean responder) {
    static final Nat UNKNOWN = new Nat(false, false, false);
}
