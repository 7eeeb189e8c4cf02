package io.github.espial.diagnose.explain;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a part. */
public sealed interface Passage {
    /**
     * A piece of a sentence.
     *
     * @param text without marks
     */
    record Phrase(Kind kind, String text) {
        /** What a phrase is to its reader. */
        public enum Kind {
            PLAIN,
            /** Stressed. */
            STRESSED,
            /** To be typed or pasted, or as a program shows it. */
            CODE
        }
    }

    /** Running text, on one line. */
    record Paragraph(List<Phrase> phrases) implements Passage {
        public Paragraph {
            phrases = List.copyOf(phrases);
        }

        /** All of it, without marks. */
        public String text() {
            return phrases.stream().map(Phrase::text).collect(Collectors.joining());
        }
    }

    /** A list in no order. */
    record Items(List<Paragraph> items) implements Passage {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Wireshark display filters, with the addresses of the laboratory. */
    record Filters(List<String> filters) implements Passage {
        public Filters {
            filters = List.copyOf(filters);
        }
    }

    /** What to type, or where to look, on machines of several kinds. */
    record Commands(List<Command> commands) implements Passage {
        public Commands {
            commands = List.copyOf(commands);
        }
    }

    /**
     * A command, several with semicolons between them, or the way through menus.
     *
     * @param where the kind of machine, as people call it
     * @param text what to type
     * @param remark what else is to be said of it; empty for nothing
     */
    record Command(String where, String text, String remark) {}
}
