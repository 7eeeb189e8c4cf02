package io.github.espial.cli;

/** What can become of the name of a file on its way through the command line. */
final class FileNames {
    private static final char REPLACEMENT = '\ufffd';

    private FileNames() {}

    /** Whether the JVM could decode {@code name}: octets that are no text, it replaces, and the file is out of reach. */
    static boolean isWhole(String name) {
        return name.indexOf(REPLACEMENT) < 0;
    }

    /** What to add to a message about a file that is out of reach; empty where the name is whole. */
    static String remark(String name) {
        return isWhole(name) ? "" : " (its name is not UTF-8: rename it, or use standard input or output)";
    }
}
