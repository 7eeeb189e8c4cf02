package io.github.espial.esp;

import java.util.Optional;

/** An ICV by one algorithm, checked first, and encryption by another (RFC 4303 §3.4.4.1). */
final class SeparateSeal implements Seal {
    private final Optional<IcvCheck> check;
    private final PacketCipher cipher;

    /** @param check empty when the ICV cannot be checked, or there is none */
    SeparateSeal(Optional<IcvCheck> check, PacketCipher cipher) {
        this.check = check;
        this.cipher = cipher;
    }

    @Override
    public boolean open(SealedPacket packet) {
        if (check.isPresent() && !check.get().holds(packet)) {
            return false;
        }
        cipher.decrypt(packet);
        return true;
    }

    @Override
    public boolean verifies() {
        return check.isPresent();
    }
}
