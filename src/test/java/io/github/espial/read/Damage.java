package io.github.espial.read;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Damage as it happens to files. */
final class Damage {
    private Damage() {}

    /** A copy of {@code file} with octets inserted, removed, overwritten or set to zero, in one to three places. */
    static byte[] of(byte[] file, Random random) {
        byte[] damaged = file;
        int places = 1 + random.nextInt(3);
        for (int i = 0; i < places; i++) {
            int at = Math.min(damaged.length, 24 + random.nextInt(Math.max(1, damaged.length)));
            int length = Math.min(1 + random.nextInt(600), damaged.length - at);
            byte[] garbage = new byte[1 + random.nextInt(600)];
            if (random.nextBoolean()) {
                random.nextBytes(garbage);
            }
            damaged = switch (random.nextInt(3)) {
                case 0 -> replaced(damaged, at, 0, garbage);
                case 1 -> replaced(damaged, at, length, new byte[0]);
                default -> replaced(damaged, at, length, Arrays.copyOf(garbage, length));
            };
        }
        return damaged;
    }

    /** A copy of {@code file} that has {@code octets} in place of {@code length} octets at {@code at}. */
    static byte[] replaced(byte[] file, int at, int length, byte[] octets) {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(file, 0, at);
        damaged.writeBytes(octets);
        damaged.write(file, at + length, file.length - at - length);
        return damaged.toByteArray();
    }
}
