package io.github.espial.esp;

import io.github.espial.wire.EspView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens the packets of one SA: checks the ICV where there is a key for it, decrypts, and takes off the padding
 * (RFC 4303 §3.4.4). Memory is allocated for the longest packet once. Not thread-safe: one opener per SA and thread.
 *
 * <p>Where the words of others leave open whether sequence numbers are extended, or name HMAC-SHA2-256 without saying
 * which of its two ICV lengths, the opener settles on what the first ICV that holds proves.
 */
public final class Opener {
    /** One way in which the packets may be sealed. */
    private record Candidate(Layout layout, int blockLength, boolean extended, Seal seal) {}

    /** High halves of extended sequence numbers tried at the start: that of a capture taken 68 billion packets late. */
    private static final int HIGHEST_GUESS = 16;

    /** Packets refused, none opened before, after which only likely high halves are tried. */
    private static final int PATIENCE = 64;

    private final Optional<Refusal> obstacle;
    private final OpeningMode mode;
    private final SealedPacket packet = new SealedPacket();
    private final Trailer trailer = new Trailer();
    private final InnerOctets inner = new InnerOctets();
    private final HighHalf highHalf = new HighHalf();
    private final Opened opened = new Opened();
    private final OpeningTally tally = new OpeningTally();

    /** The likeliest first; one alone as soon as an ICV has held. */
    private List<Candidate> attempts;

    private int patience = PATIENCE;

    private Opener(Optional<Refusal> obstacle, OpeningMode mode, List<Candidate> attempts) {
        this.obstacle = obstacle;
        this.mode = mode;
        this.attempts = attempts;
    }

    /** An opener for any protection: where algorithm or key cannot be used, it refuses every packet and says why. */
    public static Opener of(Protection protection, OpeningMode mode) {
        Optional<Refusal> obstacle = Seals.obstacle(protection);
        List<Candidate> attempts = obstacle.isPresent()
                ? List.of()
                : attempts(protection.transform().orElseThrow(), protection);
        return new Opener(obstacle, mode, attempts);
    }

    /** Opens a packet that was captured whole. */
    public Opening open(ByteBuffer octets, int start, int length) {
        return open(octets, start, length, length);
    }

    /**
     * Opens a packet in big-endian {@code octets}, which are not changed. The result is void with the next call.
     *
     * @param start position of the SPI
     * @param length octets captured from there on
     * @param originalLength octets of ESP as sent, from SPI to ICV
     */
    public Opening open(ByteBuffer octets, int start, int length, int originalLength) {
        Opening opening = opening(octets, start, length, originalLength);
        tally.count(opening);
        return opening;
    }

    /** What came of the packets up to now; it goes on counting. */
    public OpeningTally tally() {
        return tally;
    }

    private Opening opening(ByteBuffer octets, int start, int length, int originalLength) {
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (length < originalLength) {
            return Refusal.TRUNCATED;
        }
        if (length < EspView.HEADER_LENGTH) {
            return Refusal.TOO_SHORT;
        }
        packet.load(octets, start, length);
        Opening first = opening(attempts.get(0));
        for (int other = 1; other < attempts.size() && first instanceof Refusal; other++) {
            Candidate attempt = attempts.get(other);
            if (opening(attempt) instanceof Opened success) {
                return success;
            }
        }
        return first;
    }

    private Opening opening(Candidate attempt) {
        int textStart = SealedPacket.ciphertextStart(attempt.layout().ivLength());
        packet.icvLength = attempt.layout().icvLength();
        packet.extended = attempt.extended();
        if (packet.length < attempt.layout().shortestEsp()) {
            return Refusal.TOO_SHORT;
        }
        if ((packet.icvStart() - textStart) % attempt.blockLength() != 0) {
            return Refusal.LENGTH_WRONG;
        }
        if (!opens(attempt)) {
            return Refusal.ICV_MISMATCH;
        }
        boolean verified = attempt.seal().verifies();
        if (verified && attempts.size() > 1) {
            attempts = List.of(attempt);
        }
        return inner(textStart, verified);
    }

    private boolean opens(Candidate attempt) {
        if (!attempt.seal().verifies()) {
            return attempt.seal().open(packet);
        }
        return attempt.extended() ? opensWithSomeHigh(attempt.seal()) : opensWith(attempt.seal(), 0);
    }

    private boolean opensWithSomeHigh(Seal seal) {
        int likely = highHalf.likely(packet.lowSequenceNumber());
        if (opensWith(seal, likely) || opensWith(seal, likely + 1)) {
            return true;
        }
        if (likely > 0) {
            return opensWith(seal, likely - 1) || opensWith(seal, 0);
        }
        patience = Math.max(0, patience - 1);
        for (int high = 2; patience > 0 && high <= HIGHEST_GUESS; high++) {
            if (opensWith(seal, high)) {
                return true;
            }
        }
        return false;
    }

    private boolean opensWith(Seal seal, int high) {
        packet.high = high;
        if (!seal.open(packet)) {
            return false;
        }
        highHalf.prove(high, packet.lowSequenceNumber());
        patience = 0;
        return true;
    }

    private Opening inner(int start, boolean verified) {
        ByteBuffer plain = packet.plainView();
        if (!trailer.wrap(plain, start, packet.icvStart())) {
            return Refusal.PADDING_WRONG;
        }
        if (!verified) {
            Plausibility plausibility = inner.judge(plain, start, trailer.innerLength(), trailer.nextHeader(), mode);
            if (!trailer.countsUp() && plausibility != Plausibility.CONVINCING) {
                return Refusal.PADDING_WRONG;
            }
            if (plausibility == Plausibility.IMPLAUSIBLE) {
                return Refusal.IMPLAUSIBLE;
            }
        }
        int high = verified && packet.extended ? packet.high : 0;
        opened.point(plain, start, trailer.innerLength(), trailer.nextHeader());
        opened.verified(verified, HighHalf.join(high, packet.lowSequenceNumber()));
        return opened;
    }

    private static List<Candidate> attempts(Transform stated, Protection protection) {
        List<Candidate> attempts = new ArrayList<>();
        for (Transform transform : alike(stated)) {
            Seal seal = Seals.of(transform, protection);
            SequenceNumbering numbering = protection.sequenceNumbering();
            if (numbering != SequenceNumbering.EXTENDED || !seal.verifies()) {
                attempts.add(attempt(transform, false, seal));
            }
            if (numbering != SequenceNumbering.PLAIN && seal.verifies()) {
                attempts.add(attempt(transform, true, seal));
            }
        }
        return attempts;
    }

    private static Candidate attempt(Transform transform, boolean extended, Seal seal) {
        return new Candidate(transform.layout(), transform.encryption().blockLength(), extended, seal);
    }

    /** HMAC-SHA2-256 goes by one name with an ICV of 16 octets, and of 12 in old Linux and Windows. */
    private static List<Transform> alike(Transform stated) {
        if (stated.integrity() != Integrity.HMAC_SHA2_256) {
            return List.of(stated);
        }
        int draft = Integrity.HMAC_SHA1.usualIcvLength();
        int usual = stated.integrity().usualIcvLength();
        int icvLength = stated.icvLength();
        return icvLength == usual || icvLength == draft
                ? List.of(stated, stated.withIcvLength(usual + draft - icvLength))
                : List.of(stated);
    }
}
