package io.github.espial.l2tp;

import java.util.List;
import java.util.Optional;

/** What result and error codes mean (RFC 2661 §4.4.2), and the error numbers of MS-CHAP (RFC 2759 §6). */
final class Codes {
    /** By result code, from 1 on. */
    private static final List<String> TUNNEL_RESULTS = List.of(
            "the tunnel is no longer needed",
            "a general error",
            "there is a tunnel already",
            "the requester may not open a tunnel",
            "the requester's protocol version is not supported",
            "the requester is shutting down",
            "a message that does not fit the state of the tunnel");

    /** By result code, from 1 on. */
    private static final List<String> SESSION_RESULTS = List.of(
            "the carrier was lost",
            "a general error",
            "an administrator's reason",
            "facilities are lacking for the moment",
            "facilities are lacking",
            "the destination is not valid",
            "no carrier was detected",
            "the line is busy",
            "there is no dial tone",
            "the call was not answered in time",
            "the call was answered without framing that fits");

    /** By error code, from 1 on. */
    private static final List<String> ERRORS = List.of(
            "there is no tunnel yet",
            "a length is wrong",
            "a value is out of range",
            "resources are lacking",
            "the session id is not valid here",
            "an error of the vendor's own",
            "another end is to be tried",
            "a mandatory AVP is not known");

    private Codes() {}

    static Optional<String> ofTunnel(int result) {
        return at(TUNNEL_RESULTS, result);
    }

    static Optional<String> ofSession(int result) {
        return at(SESSION_RESULTS, result);
    }

    static Optional<String> ofError(int error) {
        return at(ERRORS, error);
    }

    /** What Windows' error number means. */
    static Optional<String> ofAuthentication(long error) {
        return switch ((int) error) {
            case 646 -> Optional.of("not at this hour");
            case 647 -> Optional.of("the account is disabled");
            case 648 -> Optional.of("the password has expired");
            case 649 -> Optional.of("no permission to dial in");
            case 691 -> Optional.of("wrong name or password");
            case 709 -> Optional.of("the password could not be changed");
            default -> Optional.empty();
        };
    }

    private static Optional<String> at(List<String> names, int code) {
        return code >= 1 && code <= names.size() ? Optional.of(names.get(code - 1)) : Optional.empty();
    }
}
