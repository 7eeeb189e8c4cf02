package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.FrameReference;

/**
 * A notify message.
 *
 * @param sender who sent it
 * @param type its number
 * @param name such as {@code NO_PROPOSAL_CHOSEN}
 * @param isError whether it says that something went wrong
 * @param isEncrypted whether it was encrypted, so that nobody but the peer can have sent it
 * @param exchange what exchange it was in, such as {@code IKE_AUTH}
 * @param nanos its time; {@link Long#MIN_VALUE} where it has none
 * @param frame where it is
 * @param frameLength octets of that frame on the wire
 */
public record Notice(
        IpAddress sender,
        int type,
        String name,
        boolean isError,
        boolean isEncrypted,
        String exchange,
        long nanos,
        FrameReference frame,
        long frameLength) {}
