package io.github.espial.ike;

import io.github.espial.wire.IkeProposals;
import io.github.espial.wire.IkeView;
import java.util.List;
import java.util.Optional;

/**
 * What the peers of an IKE SA agreed on in the clear.
 *
 * @param answer the message in which the responder chose
 */
record Negotiated(Message answer, List<Algorithm> algorithms) {
    /** Empty where no answer with a choice was captured. */
    static Optional<Negotiated> of(Conversation conversation) {
        for (Message message : conversation.messages()) {
            List<Algorithm> chosen = isAnswer(conversation, message) ? chosen(message) : List.of();
            if (!chosen.isEmpty()) {
                return Optional.of(new Negotiated(message, chosen));
            }
        }
        return Optional.empty();
    }

    private static List<Algorithm> chosen(Message answer) {
        for (Payload.SecurityAssociation association : answer.all(Payload.SecurityAssociation.class)) {
            for (Payload.Proposal proposal : association.proposals()) {
                if (proposal.protocol() == IkeProposals.IKE
                        && !proposal.chosen().isEmpty()) {
                    return proposal.chosen();
                }
            }
        }
        return List.of();
    }

    private static boolean isAnswer(Conversation conversation, Message message) {
        if (message.header().majorVersion() > 1) {
            return message.header().exchangeType() == IkeView.V2_IKE_SA_INIT
                    && !message.header().isRequest();
        }
        boolean isPhase1 = message.header().exchangeType() == IkeView.V1_MAIN_MODE
                || message.header().exchangeType() == IkeView.V1_AGGRESSIVE;
        return isPhase1 && message.captured().source().equals(conversation.responder());
    }

    Optional<Algorithm> algorithm(Algorithm.Kind kind) {
        for (Algorithm algorithm : algorithms) {
            if (algorithm.kind() == kind) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** Number of the algorithm of that kind; -1 where none was chosen. */
    int id(Algorithm.Kind kind) {
        return algorithm(kind).map(Algorithm::id).orElse(-1);
    }

    /** The hash of version 1. */
    Optional<Hash> hash() {
        return Hash.ofId(id(Algorithm.Kind.HASH));
    }

    /** The function that derives keys. */
    Optional<PseudoRandom> pseudoRandom() {
        return PseudoRandom.ofId(id(Algorithm.Kind.PSEUDO_RANDOM)).or(() -> hash().map(Hash::pseudoRandom));
    }
}
