package io.github.espial.report.words;

import java.util.ArrayList;
import java.util.List;

/**
 * Things with details, one below the other.
 *
 * @param title what they are
 * @param entries at least one
 * @param rest how many more there would be; empty where these are all
 */
public record Listing(String title, List<Entry> entries, String rest) {
    public Listing {
        entries = List.copyOf(entries);
    }

    /**
     * One thing.
     *
     * @param text what it is
     * @param details what else is known of it
     */
    public record Entry(String text, List<Detail> details) {
        public Entry {
            details = List.copyOf(details);
        }
    }

    /** Something known of a thing. */
    public record Detail(Kind kind, String text) {
        /** What a detail is to its reader. */
        public enum Kind {
            PLAIN(""),
            /** Worth knowing. */
            NOTE("note"),
            /** What is wrong with it. */
            PROBLEM("problem");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            /** What stands before it; empty for nothing. */
            public String label() {
                return label;
            }
        }
    }

    /** Details in the making: the first ones of each kind, then how many more. */
    static final class Details {
        private final List<Detail> details = new ArrayList<>();

        Details plain(String text) {
            if (!text.isEmpty()) {
                details.add(new Detail(Detail.Kind.PLAIN, text));
            }
            return this;
        }

        Details all(Detail.Kind kind, List<String> texts, int most) {
            for (String text : texts.subList(0, Math.min(most, texts.size()))) {
                details.add(new Detail(kind, text));
            }
            return plain(Numbers.rest(texts.size(), most, kind.label() + "s"));
        }

        List<Detail> list() {
            return details;
        }
    }
}
