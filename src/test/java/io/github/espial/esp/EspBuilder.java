package io.github.espial.esp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.OptionalInt;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Builds ESP packets with AES-CBC or no encryption and HMAC, step by step as RFC 4303 §3.3.2 tells a sender. */
public final class EspBuilder {
    private byte[] inner = new byte[0];
    private int nextHeader = 4;
    private byte[] key = new byte[0];
    private String hmac = "";
    private byte[] hmacKey = new byte[0];
    private int icvLength;
    private OptionalInt statedPadding = OptionalInt.empty();
    private long sequenceNumber = 1;
    private boolean extended;

    public EspBuilder inner(byte[] octets, int protocol) {
        inner = octets;
        nextHeader = protocol;
        return this;
    }

    public EspBuilder aesCbc(byte[] encryptionKey) {
        key = encryptionKey;
        return this;
    }

    public EspBuilder hmac(String algorithm, byte[] integrityKey, int octets) {
        hmac = algorithm;
        hmacKey = integrityKey;
        icvLength = octets;
        return this;
    }

    public EspBuilder sequenceNumber(long number) {
        sequenceNumber = number;
        return this;
    }

    /** Makes the trailer state another pad length than the packet has. */
    public EspBuilder statingPadding(int octets) {
        statedPadding = OptionalInt.of(octets);
        return this;
    }

    public EspBuilder extended() {
        extended = true;
        return this;
    }

    public ByteBuffer build() throws GeneralSecurityException {
        int alignment = key.length == 0 ? 4 : 16;
        int padding = Math.floorMod(-(inner.length + 2), alignment);
        ByteBuffer text = ByteBuffer.allocate(inner.length + padding + 2).put(inner);
        for (int octet = 1; octet <= padding; octet++) {
            text.put((byte) octet);
        }
        text.put((byte) statedPadding.orElse(padding)).put((byte) nextHeader);
        byte[] iv = new byte[key.length == 0 ? 0 : 16];
        Arrays.fill(iv, (byte) 0x5a);
        byte[] sealed = text.array();
        if (key.length > 0) {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            sealed = cipher.doFinal(sealed);
        }
        ByteBuffer packet = ByteBuffer.allocate(8 + iv.length + sealed.length + icvLength)
                .putInt(0xc0ffee01)
                .putInt((int) sequenceNumber)
                .put(iv)
                .put(sealed);
        if (icvLength > 0) {
            Mac mac = Mac.getInstance(hmac);
            mac.init(new SecretKeySpec(hmacKey, hmac));
            mac.update(packet.array(), 0, packet.position());
            if (extended) {
                mac.update(ByteBuffer.allocate(4)
                        .putInt((int) (sequenceNumber >>> 32))
                        .array());
            }
            packet.put(mac.doFinal(), 0, icvLength);
        }
        return packet.clear();
    }
}
