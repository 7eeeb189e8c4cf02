package io.github.espial.routing;

/** When a machine chooses the route of a packet that goes into a tunnel. */
public enum LookupModel {
    /** Before IPsec, by the inner destination: tunnel mode on Windows. */
    BEFORE_IPSEC("before IPsec, by the inner destination"),
    /** After IPsec, by the outer destination: Linux, BSD, routed tunnel interfaces, and transport mode everywhere. */
    AFTER_IPSEC("after IPsec, by the outer destination");

    private final String text;

    LookupModel(String text) {
        this.text = text;
    }

    /** When, and by which destination. */
    @Override
    public String toString() {
        return text;
    }
}
