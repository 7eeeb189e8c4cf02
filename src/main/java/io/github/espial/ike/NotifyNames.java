package io.github.espial.ike;

import java.util.Map;
import java.util.Set;

/**
 * Names of notify messages, of version 2 (IANA "IKEv2 Notify Message Types", RFC 7296 §3.10.1) and 1 (RFC 2408 §3.14.1,
 * RFC 2407 §4.6.3, RFC 3706 §5.3). Version 1 has hyphens in its names; here both have underscores.
 */
final class NotifyNames {
    /** From here on nothing went wrong (RFC 7296 §3.10.1, RFC 2408 §3.14.1). */
    private static final int FIRST_STATUS = 16384;

    /** Version 2: what the sender's and the receiver's addresses are hashed into. */
    static final int NAT_DETECTION_SOURCE_IP = 16388;

    static final int NAT_DETECTION_DESTINATION_IP = 16389;

    /** Version 2: the child SA is in transport mode. */
    static final int USE_TRANSPORT_MODE = 16391;

    /** Version 2: which child SA the new one is for. */
    static final int REKEY_SA = 16393;

    /** Version 2: another Diffie-Hellman group is wanted; the initiator tries again. */
    static final int INVALID_KE_PAYLOAD = 17;

    // Errors of both versions.
    static final int NO_PROPOSAL_CHOSEN = 14;
    static final int AUTHENTICATION_FAILED = 24;

    // Errors of version 2.
    static final int INVALID_SYNTAX = 7;
    static final int SINGLE_PAIR_REQUIRED = 34;
    static final int TS_UNACCEPTABLE = 38;
    static final int TEMPORARY_FAILURE = 43;
    static final int CHILD_SA_NOT_FOUND = 44;
    static final int AUTHORIZATION_FAILED = 46;

    // Errors of version 1.
    static final int ATTRIBUTES_NOT_SUPPORTED = 13;
    static final int BAD_PROPOSAL_SYNTAX = 15;
    static final int PAYLOAD_MALFORMED = 16;
    static final int INVALID_ID_INFORMATION = 18;
    static final int INVALID_HASH_INFORMATION = 23;
    static final int INVALID_SIGNATURE = 25;

    /** Errors of version 1 that are none. */
    private static final Set<Integer> VERSION1_STATUS = Set.of(26, 27);

    private static final Map<Integer, String> VERSION2_ERRORS = Map.ofEntries(
            Map.entry(1, "UNSUPPORTED_CRITICAL_PAYLOAD"),
            Map.entry(4, "INVALID_IKE_SPI"),
            Map.entry(5, "INVALID_MAJOR_VERSION"),
            Map.entry(INVALID_SYNTAX, "INVALID_SYNTAX"),
            Map.entry(9, "INVALID_MESSAGE_ID"),
            Map.entry(11, "INVALID_SPI"),
            Map.entry(NO_PROPOSAL_CHOSEN, "NO_PROPOSAL_CHOSEN"),
            Map.entry(INVALID_KE_PAYLOAD, "INVALID_KE_PAYLOAD"),
            Map.entry(AUTHENTICATION_FAILED, "AUTHENTICATION_FAILED"),
            Map.entry(SINGLE_PAIR_REQUIRED, "SINGLE_PAIR_REQUIRED"),
            Map.entry(35, "NO_ADDITIONAL_SAS"),
            Map.entry(36, "INTERNAL_ADDRESS_FAILURE"),
            Map.entry(37, "FAILED_CP_REQUIRED"),
            Map.entry(TS_UNACCEPTABLE, "TS_UNACCEPTABLE"),
            Map.entry(39, "INVALID_SELECTORS"),
            Map.entry(40, "UNACCEPTABLE_ADDRESSES"),
            Map.entry(41, "UNEXPECTED_NAT_DETECTED"),
            Map.entry(42, "USE_ASSIGNED_HOA"),
            Map.entry(TEMPORARY_FAILURE, "TEMPORARY_FAILURE"),
            Map.entry(CHILD_SA_NOT_FOUND, "CHILD_SA_NOT_FOUND"),
            Map.entry(45, "INVALID_GROUP_ID"),
            Map.entry(AUTHORIZATION_FAILED, "AUTHORIZATION_FAILED"),
            Map.entry(47, "STATE_NOT_FOUND"));

    private static final Map<Integer, String> VERSION2_STATUS = Map.ofEntries(
            Map.entry(16384, "INITIAL_CONTACT"),
            Map.entry(16385, "SET_WINDOW_SIZE"),
            Map.entry(16386, "ADDITIONAL_TS_POSSIBLE"),
            Map.entry(16387, "IPCOMP_SUPPORTED"),
            Map.entry(NAT_DETECTION_SOURCE_IP, "NAT_DETECTION_SOURCE_IP"),
            Map.entry(NAT_DETECTION_DESTINATION_IP, "NAT_DETECTION_DESTINATION_IP"),
            Map.entry(16390, "COOKIE"),
            Map.entry(USE_TRANSPORT_MODE, "USE_TRANSPORT_MODE"),
            Map.entry(16392, "HTTP_CERT_LOOKUP_SUPPORTED"),
            Map.entry(REKEY_SA, "REKEY_SA"),
            Map.entry(16394, "ESP_TFC_PADDING_NOT_SUPPORTED"),
            Map.entry(16395, "NON_FIRST_FRAGMENTS_ALSO"),
            Map.entry(16396, "MOBIKE_SUPPORTED"),
            Map.entry(16397, "ADDITIONAL_IP4_ADDRESS"),
            Map.entry(16398, "ADDITIONAL_IP6_ADDRESS"),
            Map.entry(16399, "NO_ADDITIONAL_ADDRESSES"),
            Map.entry(16400, "UPDATE_SA_ADDRESSES"),
            Map.entry(16401, "COOKIE2"),
            Map.entry(16402, "NO_NATS_ALLOWED"),
            Map.entry(16403, "AUTH_LIFETIME"),
            Map.entry(16404, "MULTIPLE_AUTH_SUPPORTED"),
            Map.entry(16405, "ANOTHER_AUTH_FOLLOWS"),
            Map.entry(16406, "REDIRECT_SUPPORTED"),
            Map.entry(16407, "REDIRECT"),
            Map.entry(16408, "REDIRECTED_FROM"),
            Map.entry(16417, "EAP_ONLY_AUTHENTICATION"),
            Map.entry(16418, "CHILDLESS_IKEV2_SUPPORTED"),
            Map.entry(16419, "QUICK_CRASH_DETECTION"),
            Map.entry(16420, "IKEV2_MESSAGE_ID_SYNC_SUPPORTED"),
            Map.entry(16430, "IKEV2_FRAGMENTATION_SUPPORTED"),
            Map.entry(16431, "SIGNATURE_HASH_ALGORITHMS"),
            Map.entry(16432, "CLONE_IKE_SA_SUPPORTED"),
            Map.entry(16433, "CLONE_IKE_SA"),
            Map.entry(16435, "USE_PPK"),
            Map.entry(16436, "PPK_IDENTITY"),
            Map.entry(16437, "NO_PPK_AUTH"),
            Map.entry(16438, "INTERMEDIATE_EXCHANGE_SUPPORTED"),
            Map.entry(16441, "ADDITIONAL_KEY_EXCHANGE"));

    private static final Map<Integer, String> VERSION1 = Map.ofEntries(
            Map.entry(1, "INVALID_PAYLOAD_TYPE"),
            Map.entry(2, "DOI_NOT_SUPPORTED"),
            Map.entry(3, "SITUATION_NOT_SUPPORTED"),
            Map.entry(4, "INVALID_COOKIE"),
            Map.entry(5, "INVALID_MAJOR_VERSION"),
            Map.entry(6, "INVALID_MINOR_VERSION"),
            Map.entry(7, "INVALID_EXCHANGE_TYPE"),
            Map.entry(8, "INVALID_FLAGS"),
            Map.entry(9, "INVALID_MESSAGE_ID"),
            Map.entry(10, "INVALID_PROTOCOL_ID"),
            Map.entry(11, "INVALID_SPI"),
            Map.entry(12, "INVALID_TRANSFORM_ID"),
            Map.entry(ATTRIBUTES_NOT_SUPPORTED, "ATTRIBUTES_NOT_SUPPORTED"),
            Map.entry(NO_PROPOSAL_CHOSEN, "NO_PROPOSAL_CHOSEN"),
            Map.entry(BAD_PROPOSAL_SYNTAX, "BAD_PROPOSAL_SYNTAX"),
            Map.entry(PAYLOAD_MALFORMED, "PAYLOAD_MALFORMED"),
            Map.entry(17, "INVALID_KEY_INFORMATION"),
            Map.entry(INVALID_ID_INFORMATION, "INVALID_ID_INFORMATION"),
            Map.entry(19, "INVALID_CERT_ENCODING"),
            Map.entry(20, "INVALID_CERTIFICATE"),
            Map.entry(21, "CERT_TYPE_UNSUPPORTED"),
            Map.entry(22, "INVALID_CERT_AUTHORITY"),
            Map.entry(INVALID_HASH_INFORMATION, "INVALID_HASH_INFORMATION"),
            Map.entry(AUTHENTICATION_FAILED, "AUTHENTICATION_FAILED"),
            Map.entry(INVALID_SIGNATURE, "INVALID_SIGNATURE"),
            Map.entry(26, "ADDRESS_NOTIFICATION"),
            Map.entry(27, "NOTIFY_SA_LIFETIME"),
            Map.entry(28, "CERTIFICATE_UNAVAILABLE"),
            Map.entry(29, "UNSUPPORTED_EXCHANGE_TYPE"),
            Map.entry(30, "UNEQUAL_PAYLOAD_LENGTHS"),
            Map.entry(16384, "CONNECTED"),
            Map.entry(24576, "RESPONDER_LIFETIME"),
            Map.entry(24577, "REPLAY_STATUS"),
            Map.entry(24578, "INITIAL_CONTACT"),
            Map.entry(36136, "R_U_THERE"),
            Map.entry(36137, "R_U_THERE_ACK"));

    private NotifyNames() {}

    /** The name, or {@code NOTIFY_N} for a number that has none here. */
    static String name(int majorVersion, int type) {
        Map<Integer, String> names =
                majorVersion == 1 ? VERSION1 : type < FIRST_STATUS ? VERSION2_ERRORS : VERSION2_STATUS;
        return names.getOrDefault(type, "NOTIFY_" + type);
    }

    /** Whether it says that something went wrong. */
    static boolean isError(int majorVersion, int type) {
        return type > 0 && type < FIRST_STATUS && !(majorVersion == 1 && VERSION1_STATUS.contains(type));
    }
}
