package io.github.espial.report.lang;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The sentences of a language: those without holes by their English text, patterns by one of their words, so that few are
 * tried on a text. In the file an English line is followed by the other one, indented; {@code #} begins a remark.
 */
final class Catalog {
    private static final String REMARK = "#";
    private static final Comparator<Pattern> MOST_SPECIFIC =
            Comparator.comparingInt(Pattern::letters).reversed().thenComparingInt(Pattern::verbatim);

    private final Map<String, String> sentences = new HashMap<>();
    private final Map<String, List<Pattern>> patterns = new HashMap<>();
    private final List<Pattern> wordless = new ArrayList<>();

    private Catalog() {}

    /** Reads the catalog of that name beside this class. */
    static Catalog load(String name) {
        InputStream octets = Objects.requireNonNull(Catalog.class.getResourceAsStream(name), name);
        try (Reader text = new InputStreamReader(octets, StandardCharsets.UTF_8)) {
            return read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * Reads a catalog.
     *
     * @throws IllegalArgumentException when it is not written as one, or has a text twice
     */
    static Catalog read(Reader text) throws IOException {
        Catalog catalog = new Catalog();
        List<Pattern> all = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        BufferedReader lines = new BufferedReader(text);
        String english = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith(REMARK)) {
                continue;
            }
            boolean isOther = Character.isWhitespace(line.charAt(0));
            if (isOther == english.isEmpty()) {
                throw new IllegalArgumentException("out of turn: " + line);
            }
            if (!isOther) {
                english = line.strip();
                if (!seen.add(english)) {
                    throw new IllegalArgumentException("twice: " + english);
                }
            } else {
                if (english.indexOf('{') < 0) {
                    catalog.sentences.put(english, line.strip());
                } else {
                    all.add(Pattern.of(english, line.strip()));
                }
                english = "";
            }
        }
        catalog.index(all);
        return catalog;
    }

    /** Files each pattern under the word of it that the fewest others have. */
    private void index(List<Pattern> all) {
        Map<String, Integer> counts = new HashMap<>();
        for (Pattern pattern : all) {
            for (String word : words(pattern)) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        for (Pattern pattern : all) {
            Optional<String> rarest =
                    words(pattern).stream().min(Comparator.comparingInt(word -> counts.getOrDefault(word, 0)));
            if (rarest.isPresent()) {
                patterns.computeIfAbsent(rarest.get(), word -> new ArrayList<>())
                        .add(pattern);
            } else {
                wordless.add(pattern);
            }
        }
    }

    /** The translation of a text that has no holes. */
    Optional<String> sentence(String english) {
        return Optional.ofNullable(sentences.get(english));
    }

    /** The patterns that may be {@code text}, the most specific first. */
    List<Pattern> candidates(String text) {
        List<Pattern> candidates = new ArrayList<>(wordless);
        for (String word : words(text)) {
            candidates.addAll(patterns.getOrDefault(word, List.of()));
        }
        candidates.sort(MOST_SPECIFIC);
        return candidates;
    }

    /** Words that stand in every text that a pattern matches: a hole may go on with letters. */
    private static Set<String> words(Pattern pattern) {
        StringBuilder fixed = new StringBuilder();
        for (int i = 0; i < pattern.pieces().size(); i++) {
            // A digit is neither a word nor the end of one.
            fixed.append(i == 0 ? "" : "0").append(pattern.pieces().get(i));
        }
        return words(fixed.toString());
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean isPart = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
            if (isPart && start < 0) {
                start = at;
            } else if (!isPart && start >= 0) {
                String word = text.substring(start, at);
                if (word.chars().noneMatch(Character::isDigit)) {
                    words.add(word);
                }
                start = -1;
            }
        }
        return words;
    }
}
