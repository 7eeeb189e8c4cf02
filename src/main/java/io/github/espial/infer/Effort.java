package io.github.espial.infer;

/**
 * How much may be held against each other in all. What is compared in pairs may be made to cost any time by a capture that
 * was made for it; steps are counted, and not seconds, so that the same capture is judged the same on every machine.
 */
public final class Effort {
    private long left;
    private boolean isSpent;

    public Effort(long steps) {
        this.left = steps;
    }

    /** Takes so many steps; false when these are more than are left, from when on there are none. */
    public boolean spend(long steps) {
        if (isSpent || steps > left) {
            isSpent = true;
            return false;
        }
        left -= steps;
        return true;
    }

    /** Whether anything was not done for want of steps. */
    public boolean isSpent() {
        return isSpent;
    }
}
