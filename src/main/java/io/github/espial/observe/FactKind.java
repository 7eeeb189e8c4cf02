package io.github.espial.observe;

/** What observations are made of; as text, a plural noun. */
public enum FactKind {
    IPSEC_CONVERSATIONS("IPsec conversations"),
    CONVERSATIONS("conversations"),
    SAS("SAs"),
    ADDRESS_CLAIMS("address claims"),
    IKE_EXCHANGES("IKE exchanges"),
    ICMP_ERRORS("ICMP errors"),
    OFFERS("DHCP and router offers"),
    INTERFACES("interfaces"),
    L2TP_MESSAGES("L2TP messages"),
    IKE_MESSAGES("IKE messages"),
    UNREAD_FRAMES("frames that were not read to their end");

    private final String text;

    FactKind(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
