package io.github.espial.l2tp;

import io.github.espial.net.IpAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The end of a tunnel or session, as one end told the other (RFC 2661 §4.4.2).
 *
 * @param by who closed it
 * @param resultCode why, 16 bits
 * @param result what the code means; empty where the RFC does not say
 * @param errorCode what went wrong, 16 bits
 * @param error what the code means; empty where nothing went wrong, or the RFC does not say
 * @param message in the closing end's own words
 */
public record Closing(
        IpAddress by,
        OptionalInt resultCode,
        Optional<String> result,
        OptionalInt errorCode,
        Optional<String> error,
        Optional<String> message) {
    /** {@code closed by 192.0.2.10: the requester is being shut down (result 6), "Server closing"}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("closed by ").append(by);
        if (resultCode.isPresent()) {
            text.append(": ").append(named(result, "result", resultCode.getAsInt()));
        }
        if (errorCode.isPresent() && errorCode.getAsInt() != 0) {
            text.append(", ").append(named(error, "error", errorCode.getAsInt()));
        }
        message.ifPresent(words -> text.append(", \"").append(words).append('"'));
        return text.toString();
    }

    private static String named(Optional<String> name, String kind, int code) {
        return name.map(words -> words + " (" + kind + " " + code + ")").orElse(kind + " " + code);
    }
}
