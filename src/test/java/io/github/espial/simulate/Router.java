package io.github.espial.simulate;

import java.util.List;

/**
 * A next hop: what a route names, whichever box serves it. An on-link far end is its own.
 *
 * @param address that routes name
 * @param redundancy of its boxes
 * @param group of the redundancy, from 1 to 255
 * @param boxes the active one first; a second takes over at {@code moves}
 * @param moves the step from which the second box is active
 */
record Router(String address, Redundancy redundancy, int group, List<Box> boxes, int moves) {
    /** Never. */
    static final int STAYS = Integer.MAX_VALUE;

    Router {
        boxes = List.copyOf(boxes);
    }

    /**
     * A device.
     *
     * @param address its own, which no route names where there is a virtual one
     */
    record Box(String address, String mac) {}

    /** One box alone, at its own address. */
    static Router alone(String address, String mac) {
        return new Router(address, Redundancy.NONE, 1, List.of(new Box(address, mac)), STAYS);
    }

    Box active(int step) {
        return boxes.get(step < moves ? 0 : 1);
    }

    /** Where frames for it go. */
    String mac(int step) {
        return redundancy.hasVirtualMac() ? redundancy.mac(group) : active(step).mac();
    }

    /** Where frames that it forwards come from. */
    String sender(int step) {
        return active(step).mac();
    }

    boolean isMoving() {
        return moves != STAYS;
    }
}
