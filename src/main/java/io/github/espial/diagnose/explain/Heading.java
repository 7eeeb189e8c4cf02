package io.github.espial.diagnose.explain;

/** The parts of a page, in their order. */
public enum Heading {
    MEANING("What it means"),
    CAUSE("Why it happens"),
    CONFIRMATION("How to confirm it"),
    REMEDY("How to fix it"),
    LIMITS("When it is wrong"),
    SOURCES("Sources");

    private final String words;

    Heading(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
