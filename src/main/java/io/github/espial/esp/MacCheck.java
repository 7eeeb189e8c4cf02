package io.github.espial.esp;

import io.github.espial.context.Secret;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An ICV that is the first part of a MAC: HMAC (RFC 2104) or CMAC (RFC 4494). */
final class MacCheck implements IcvCheck {
    private final Mac mac;
    private final byte[] computed;
    private final byte[] high = new byte[Integer.BYTES];

    MacCheck(Integrity integrity, Secret key) throws GeneralSecurityException {
        mac = Jca.mac(integrity.algorithm());
        mac.init(new SecretKeySpec(key.copy(0, key.length()), integrity.algorithm()));
        computed = new byte[mac.getMacLength()];
    }

    @Override
    public boolean holds(SealedPacket packet) {
        mac.update(packet.octets, 0, packet.icvStart());
        if (packet.extended) {
            packet.writeHigh(high, 0);
            mac.update(high, 0, high.length);
        }
        try {
            mac.doFinal(computed, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(mac.getAlgorithm() + " does not fit its own length", e);
        }
        return packet.icvEquals(computed);
    }
}
