package io.github.espial.observe;

import io.github.espial.net.IpAddress;

/** Which of what was seen is wanted, by the hosts it went between: of a flood the rest is not even made. */
public interface HostChoice {
    /** All that was seen. */
    HostChoice ALL = new HostChoice() {
        @Override
        public boolean has(IpAddress one, IpAddress other) {
            return true;
        }
    };

    /** Whether what went from {@code one} to {@code other} is wanted, or the other way round: it is the same for both. */
    boolean has(IpAddress one, IpAddress other);
}
