package io.github.espial.diagnose;

/** Ids of the findings that verdicts, comparisons and pictures are made of; each is that of the check of the same name. */
public final class FindingId {
    public static final String ESP_WRONG_NEXT_HOP = "esp-wrong-next-hop";
    public static final String ESP_ONE_WAY = "esp-one-way";
    public static final String ANSWERS_CEASED = "answers-ceased";
    public static final String GATEWAY_HAIRPIN = "gateway-hairpin";
    public static final String NEXT_HOPS_UNCLEAR = "next-hops-unclear";

    private FindingId() {}
}
