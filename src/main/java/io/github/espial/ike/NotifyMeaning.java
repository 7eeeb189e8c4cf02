package io.github.espial.ike;

/** What an error that one end of IKE tells says of the two ends, in either version. */
public enum NotifyMeaning {
    /** They have no algorithms in common. */
    NO_COMMON_ALGORITHMS,
    /** The Diffie-Hellman group that the initiator guessed is not one the other takes (RFC 7296 §1.3). */
    OTHER_GROUP,
    /** Secret, certificate or identity of one is not what the other expects. */
    NOT_AUTHENTICATED,
    /** The inner networks of the two do not match. */
    OTHER_NETWORKS,
    /** The message made no sense, as where two pre-shared keys differ. */
    UNREADABLE,
    /** Both began to rekey or delete at once (RFC 7296 §2.25). */
    COLLISION,
    /** Something else, which its name tells. */
    OTHER;

    /** @param type number of an error */
    static NotifyMeaning of(int majorVersion, int type) {
        return majorVersion == 1 ? version1(type) : version2(type);
    }

    /** RFC 7296 §3.10.1. */
    private static NotifyMeaning version2(int type) {
        return switch (type) {
            case NotifyNames.NO_PROPOSAL_CHOSEN -> NO_COMMON_ALGORITHMS;
            case NotifyNames.INVALID_KE_PAYLOAD -> OTHER_GROUP;
            case NotifyNames.AUTHENTICATION_FAILED, NotifyNames.AUTHORIZATION_FAILED -> NOT_AUTHENTICATED;
            case NotifyNames.SINGLE_PAIR_REQUIRED, NotifyNames.TS_UNACCEPTABLE -> OTHER_NETWORKS;
            case NotifyNames.INVALID_SYNTAX -> UNREADABLE;
            case NotifyNames.TEMPORARY_FAILURE, NotifyNames.CHILD_SA_NOT_FOUND -> COLLISION;
            default -> OTHER;
        };
    }

    /** RFC 2408 §3.14.1. */
    private static NotifyMeaning version1(int type) {
        return switch (type) {
            case NotifyNames.ATTRIBUTES_NOT_SUPPORTED,
                    NotifyNames.NO_PROPOSAL_CHOSEN,
                    NotifyNames.BAD_PROPOSAL_SYNTAX -> NO_COMMON_ALGORITHMS;
            case NotifyNames.INVALID_HASH_INFORMATION,
                    NotifyNames.AUTHENTICATION_FAILED,
                    NotifyNames.INVALID_SIGNATURE -> NOT_AUTHENTICATED;
            case NotifyNames.INVALID_ID_INFORMATION -> OTHER_NETWORKS;
            case NotifyNames.PAYLOAD_MALFORMED -> UNREADABLE;
            default -> OTHER;
        };
    }
}
