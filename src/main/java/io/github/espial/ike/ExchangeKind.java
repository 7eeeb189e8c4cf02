package io.github.espial.ike;

import io.github.espial.wire.IkeView;

/**
 * What an exchange of IKE is for.
 *
 * @param majorVersion of IKE
 * @param type as the header has it
 */
public record ExchangeKind(int majorVersion, int type) {
    /** Whether it begins an IKE SA. */
    public boolean isFirst() {
        return majorVersion == 1
                ? type == IkeView.V1_MAIN_MODE || type == IkeView.V1_AGGRESSIVE
                : type == IkeView.V2_IKE_SA_INIT;
    }

    /** Whether SAs for traffic come of it, where it succeeds. */
    public boolean isForTraffic() {
        return majorVersion == 1
                ? type == IkeView.V1_QUICK_MODE
                : type == IkeView.V2_IKE_AUTH || type == IkeView.V2_CREATE_CHILD_SA;
    }

    /** Whether it only tells of something that happened in another. */
    public boolean isInformational() {
        return type == (majorVersion == 1 ? IkeView.V1_INFORMATIONAL : IkeView.V2_INFORMATIONAL);
    }

    /** As its RFC has it, such as {@code IKE_AUTH} or {@code Quick Mode}. */
    @Override
    public String toString() {
        return IkeView.exchangeName(majorVersion, type);
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof ExchangeKind kind && kind.majorVersion == majorVersion && kind.type == type;
    }

    @Override
    public int hashCode() {
        return 31 * majorVersion + type;
    }
}
