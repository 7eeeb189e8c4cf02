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
        return conversation.messages().stream()
                .filter(message -> isAnswer(conversation, message))
                .flatMap(message -> message.all(Payload.SecurityAssociation.class)
                        .flatMap(association -> association.proposals().stream())
                        .filter(proposal -> proposal.protocol() == IkeProposals.IKE)
                        .filter(proposal -> !proposal.chosen().isEmpty())
                        .map(proposal -> new Negotiated(message, proposal.chosen())))
                .findFirst();
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
        return algorithms.stream().filter(algorithm -> algorithm.kind() == kind).findFirst();
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
