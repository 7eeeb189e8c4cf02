package io.github.espial.batch.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page of the index says of the run that wrote it.
 *
 * @param at when that began, in UTC; empty where it is not told
 * @param before when the run before it ended; empty where there is none that is known, and then nothing is called new
 * @param isWhole whether it came to its end
 * @param news what the run before did not have, by case: ids of findings that are errors or warnings, or {@value #FAILED}
 */
public record RunNote(String at, String before, boolean isWhole, Map<String, List<String>> news) {
    /** That a case failed, among what is new. */
    public static final String FAILED = "failed";

    /** Says nothing. */
    public static final RunNote NONE = new RunNote("", "", true, Map.of());

    public RunNote {
        news = new LinkedHashMap<>(news);
    }
}
