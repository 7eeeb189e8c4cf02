package io.github.espial.bench;

/**
 * What a capture holds. The same workload gives the same octets on every machine.
 *
 * @param frames frames, 1 at least
 * @param meanOctets mean length of the frames, 64 to 1514: they are 64, about {@code meanOctets} and 1514 octets long,
 *     7 to 4 to 1, so that the mean comes out (the simple IMIX has 570 in the middle, and a mean of 353)
 * @param espPercent share of ESP among the frames, 0 to 100; the others are TCP
 * @param spis distinct SPIs, 1 at least: half of them outbound, half inbound
 * @param peers IPsec peers, 1 at least
 * @param connections TCP connections, 1 at least, each with a host of its own
 * @param innerOctets 0 where ESP holds noise; otherwise, 40 to 1400, octets of the IP packet that each ESP packet holds
 *     under AES-256-GCM, whatever {@code meanOctets} says
 * @param seed of all that is random
 */
record Workload(
        long frames, int meanOctets, int espPercent, int spis, int peers, int connections, int innerOctets, long seed) {
    static final int SHORTEST = 64;
    static final int LONGEST = 1514;
    private static final int GREATEST_HOSTS = 1 << 22;
    private static final int LEAST_INNER = 40;
    private static final int GREATEST_INNER = 1400;
    private static final int GREATEST_SPIS = 1 << 28;

    /** Four million frames, 1.6 GB as pcap, 70 % of them ESP. */
    static final Workload IMIX = new Workload(4_000_000, 384, 70, 4, 2, 1_000, 0, 1);

    Workload {
        require(frames >= 1, "frames");
        require(meanOctets >= SHORTEST && middle(meanOctets) >= SHORTEST && middle(meanOctets) <= LONGEST, "octets");
        require(espPercent >= 0 && espPercent <= 100, "esp");
        require(spis >= 1 && spis <= GREATEST_SPIS, "spis");
        require(peers >= 1 && peers <= GREATEST_HOSTS, "peers");
        require(connections >= 1 && connections <= GREATEST_HOSTS, "connections");
        require(innerOctets == 0 || (innerOctets >= LEAST_INNER && innerOctets <= GREATEST_INNER), "inner");
    }

    Workload withFrames(long value) {
        return new Workload(value, meanOctets, espPercent, spis, peers, connections, innerOctets, seed);
    }

    Workload withMeanOctets(int value) {
        return new Workload(frames, value, espPercent, spis, peers, connections, innerOctets, seed);
    }

    Workload withEspPercent(int value) {
        return new Workload(frames, meanOctets, value, spis, peers, connections, innerOctets, seed);
    }

    Workload withSpis(int value) {
        return new Workload(frames, meanOctets, espPercent, value, peers, connections, innerOctets, seed);
    }

    Workload withPeers(int value) {
        return new Workload(frames, meanOctets, espPercent, spis, value, connections, innerOctets, seed);
    }

    Workload withConnections(int value) {
        return new Workload(frames, meanOctets, espPercent, spis, peers, value, innerOctets, seed);
    }

    Workload withInnerOctets(int value) {
        return new Workload(frames, meanOctets, espPercent, spis, peers, connections, value, seed);
    }

    Workload withSeed(long value) {
        return new Workload(frames, meanOctets, espPercent, spis, peers, connections, innerOctets, value);
    }

    /** Octets of the frames between the shortest and the longest. */
    int middleOctets() {
        return middle(meanOctets);
    }

    private static int middle(int meanOctets) {
        return Math.round((12f * meanOctets - 7 * SHORTEST - LONGEST) / 4);
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException("out of range: " + name);
        }
    }
}
