package io.github.espial.fuzz;

import java.util.Arrays;
import java.util.Random;

/** A file that something happened to. */
final class Mutation {
    private static final int LONGEST_INSERTION = 64;
    private static final int MOST_FLIPS = 8;

    private final byte[] octets;
    private final int intact;

    private Mutation(byte[] octets, int intact) {
        this.octets = octets;
        this.intact = intact;
    }

    /** Does to {@code file} what {@code random} says: flips bits, cuts the end off, inserts, removes or zeroes octets. */
    static Mutation of(byte[] file, Random random) {
        int place = random.nextInt(file.length);
        return switch (random.nextInt(6)) {
            case 0 -> new Mutation(Arrays.copyOf(file, place), place);
            case 1 -> inserted(file, place, noise(random));
            case 2 -> removed(file, place, 1 + random.nextInt(LONGEST_INSERTION));
            case 3 -> overwritten(file, place, new byte[1 + random.nextInt(LONGEST_INSERTION)]);
            case 4 -> overwritten(file, place, ones(1 + random.nextInt(LONGEST_INSERTION)));
            default -> flipped(file, random);
        };
    }

    /** The file now. */
    byte[] octets() {
        return octets;
    }

    /** Octets at its beginning that are as they were. */
    int intact() {
        return intact;
    }

    private static Mutation flipped(byte[] file, Random random) {
        byte[] octets = file.clone();
        int first = octets.length;
        for (int flips = 1 + random.nextInt(MOST_FLIPS); flips > 0; flips--) {
            int place = random.nextInt(octets.length);
            octets[place] = (byte) (octets[place] ^ 1 << random.nextInt(Byte.SIZE));
            first = Math.min(first, place);
        }
        return new Mutation(octets, first);
    }

    private static Mutation inserted(byte[] file, int place, byte[] insertion) {
        byte[] octets = new byte[file.length + insertion.length];
        System.arraycopy(file, 0, octets, 0, place);
        System.arraycopy(insertion, 0, octets, place, insertion.length);
        System.arraycopy(file, place, octets, place + insertion.length, file.length - place);
        return new Mutation(octets, place);
    }

    private static Mutation removed(byte[] file, int place, int length) {
        int end = Math.min(file.length, place + length);
        byte[] octets = Arrays.copyOf(file, file.length - (end - place));
        System.arraycopy(file, end, octets, place, file.length - end);
        return new Mutation(octets, place);
    }

    private static Mutation overwritten(byte[] file, int place, byte[] with) {
        byte[] octets = file.clone();
        System.arraycopy(with, 0, octets, place, Math.min(with.length, octets.length - place));
        return new Mutation(octets, place);
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[1 + random.nextInt(LONGEST_INSERTION)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] ones(int length) {
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 0xff);
        return ones;
    }
}
