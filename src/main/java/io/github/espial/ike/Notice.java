package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.SeenFrame;

/**
 * A notify message.
 *
 * @param sender who sent it
 * @param type its number
 * @param name such as {@code NO_PROPOSAL_CHOSEN}
 * @param isError whether it says that something went wrong
 * @param meaning what it says of the two ends if it is an error
 * @param isEncrypted whether it was encrypted, so that nobody but the peer can have sent it
 * @param exchange what exchange it was in
 * @param seen the frame it was in
 */
public record Notice(
        IpAddress sender,
        int type,
        String name,
        boolean isError,
        NotifyMeaning meaning,
        boolean isEncrypted,
        ExchangeKind exchange,
        SeenFrame seen) {}
