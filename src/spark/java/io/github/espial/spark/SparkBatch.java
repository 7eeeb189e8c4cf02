package io.github.espial.spark;

import io.github.espial.cli.Main;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that {@code spark-submit} runs: {@code espial batch} on a cluster. It has the options of that command, the folders
 * by name: {@code --input} and {@code --output}. It ends with 0 when all cases were come to, whatever came of them, unless
 * {@code --fail-on} says what else is to count.
 */
public final class SparkBatch {
    /** As that of a command line which cannot be: the words of the program for it may be what is missing. */
    private static final int USAGE = 2;

    private SparkBatch() {}

    /** Runs a batch, and ends the process where that is not with 0: what Spark runs ends by itself. */
    public static void main(String[] arguments) {
        int status = status(List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int status(List<String> arguments) {
        try {
            return Main.status(words(arguments));
        } catch (NoClassDefFoundError e) {
            System.err.println("espial: a class is missing (" + e.getMessage()
                    + "): submit this jar with spark-submit, and the jars of target/espial/lib with --jars");
            return USAGE;
        }
    }

    /** The words of the command that does what {@code arguments} ask for. */
    static List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("batch", "--engine", "spark"));
        List<String> folders = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals("--input") && i + 1 < arguments.size()) {
                folders.add(arguments.get(++i));
            } else if (word.startsWith("--input=")) {
                folders.add(word.substring(word.indexOf('=') + 1));
            } else {
                words.add(word);
            }
        }
        if (arguments.stream().noneMatch(word -> word.equals("--fail-on") || word.startsWith("--fail-on="))) {
            words.addAll(List.of("--fail-on", "nothing"));
        }
        words.addAll(folders);
        return words;
    }
}
