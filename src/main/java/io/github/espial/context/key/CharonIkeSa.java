package io.github.espial.context.key;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.Secret;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What charon's log has told so far of one IKE SA. */
final class CharonIkeSa {
    private static final String KEY_OF_VERSION_1 = "encryption key Ka";
    private static final Secret NONE = Secret.of(new byte[0]);

    /** What the NAT detection payloads are made of begins with both SPIs (RFC 7296 §2.23, RFC 3947 §3.2). */
    private static final String NAT_DETECTION = "natd_chunk";

    private final Map<String, Secret> secrets = new HashMap<>();
    private int line;
    private OptionalLong initiatorSpi = OptionalLong.empty();
    private OptionalLong responderSpi = OptionalLong.empty();

    /** Algorithms that were agreed on: cipher, integrity unless the cipher includes it, PRF, and so on. */
    List<String> proposal = List.of();

    /** Whether the keys come of rekeying an IKE SA, whose SPIs they do not share. */
    boolean isRekeyed;

    void take(HexDump dump) {
        byte[] octets = dump.octets();
        if (dump.name().equals(NAT_DETECTION)) {
            if (octets.length >= 2 * Long.BYTES && ByteBuffer.wrap(octets).getLong(Long.BYTES) != 0) {
                initiatorSpi = OptionalLong.of(ByteBuffer.wrap(octets).getLong());
                responderSpi = OptionalLong.of(ByteBuffer.wrap(octets).getLong(Long.BYTES));
            }
            return;
        }
        boolean isKey = dump.name().startsWith("Sk_")
                || dump.name().startsWith("SKEYID_")
                || dump.name().equals("initial IV")
                || dump.name().equals(KEY_OF_VERSION_1);
        if (isKey) {
            line = secrets.isEmpty() ? dump.line() : line;
            secrets.put(dump.name(), Secret.of(octets));
        }
    }

    /** Takes from what another thread told of the same IKE SA whatever is missing here. */
    void complete(CharonIkeSa other) {
        if (!isRekeyed && initiatorSpi.isEmpty()) {
            initiatorSpi = other.initiatorSpi;
            responderSpi = other.responderSpi;
        }
        if (proposal.isEmpty()) {
            proposal = other.proposal;
        }
    }

    boolean hasSecrets() {
        return !secrets.isEmpty();
    }

    OptionalLong initiatorSpi() {
        return initiatorSpi;
    }

    /** The keys, if they suffice to read messages. */
    Optional<IkeKeyEntry> entry() {
        return secrets.containsKey(KEY_OF_VERSION_1) ? version1() : version2();
    }

    private Optional<IkeKeyEntry> version1() {
        return secret(KEY_OF_VERSION_1)
                .map(key -> new IkeKeyEntry.Version1(
                        KeyDialect.STRONGSWAN,
                        line,
                        initiatorSpi,
                        proposal.stream().findFirst(),
                        key,
                        secret("SKEYID_d"),
                        secret("initial IV")));
    }

    private Optional<IkeKeyEntry> version2() {
        Optional<Secret> ofInitiator = secret("Sk_ei secret");
        Optional<Secret> ofResponder = secret("Sk_er secret");
        if (ofInitiator.isEmpty() || ofResponder.isEmpty()) {
            return Optional.empty();
        }
        Optional<Secret> integrityOfInitiator = secret("Sk_ai secret");
        return Optional.of(new IkeKeyEntry.Version2(
                KeyDialect.STRONGSWAN,
                line,
                initiatorSpi,
                responderSpi,
                new IkeKeyEntry.Algorithms(
                        proposal.isEmpty() ? "" : proposal.get(0),
                        proposal.size() > 1 && !proposal.get(1).startsWith("PRF_")
                                ? Optional.of(proposal.get(1))
                                : Optional.empty(),
                        proposal.stream()
                                .filter(name -> name.startsWith("PRF_"))
                                .findFirst()),
                secret("Sk_d secret"),
                new IkeKeyEntry.Side(ofInitiator.get(), integrityOfInitiator.orElse(NONE)),
                new IkeKeyEntry.Side(ofResponder.get(), secret("Sk_ar secret").orElse(NONE))));
    }

    private Optional<Secret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }
}
