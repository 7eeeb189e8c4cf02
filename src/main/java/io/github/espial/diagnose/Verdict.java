package io.github.espial.diagnose;

/** What the captures of a case showed. */
public enum Verdict {
    /** At least one {@code esp-wrong-next-hop} of severity error. */
    MISROUTED("misrouted"),
    /** The next hop of all outbound IPsec traffic agrees with the evidence. */
    HEALTHY("healthy"),
    /** The captures do not show enough to decide. */
    UNDETERMINED("undetermined"),
    /** No ESP, AH, IKE or L2TP was seen. */
    NO_IPSEC("no-ipsec");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
