package io.github.espial.correlate.align;

/** Packets in the clear in order of time, and what is placed as one: all packets between two hosts, or one flow. Immutable. */
final class Units {
    /** In place of a unit: the packet is not to be placed. */
    static final int NONE = -1;

    private final PacketColumns clear;
    private final int[] unitOfFlow;
    private final int[] sizes;

    /**
     * @param clear owned by flows
     * @param unitOfFlow unit of each flow, from 0, or {@link #NONE}
     * @param count how many units there are
     */
    Units(PacketColumns clear, int[] unitOfFlow, int count) {
        this.clear = clear;
        this.unitOfFlow = unitOfFlow.clone();
        this.sizes = new int[count];
        for (int packet = 0; packet < clear.size(); packet++) {
            int unit = unit(packet);
            if (unit != NONE) {
                sizes[unit]++;
            }
        }
    }

    /** How many there are. */
    int count() {
        return sizes.length;
    }

    /** How many packets there are. */
    int packets() {
        return clear.size();
    }

    int unit(int packet) {
        return unitOfFlow[clear.owner(packet)];
    }

    long nanos(int packet) {
        return clear.nanos(packet);
    }

    int length(int packet) {
        return clear.length(packet);
    }

    /** Packets of a unit. */
    int size(int unit) {
        return sizes[unit];
    }
}
