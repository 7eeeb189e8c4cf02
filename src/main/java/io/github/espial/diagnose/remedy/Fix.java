package io.github.espial.diagnose.remedy;

/**
 * A remedy on one platform.
 *
 * @param platform where the command runs: {@code windows}, {@code linux}, {@code freebsd}; {@code any} for advice only
 * @param command what to type; capital words stand for what the case does not tell. Empty for advice only
 * @param text what it does, one sentence without trailing period
 * @param undo what takes it back; empty for advice only
 */
public record Fix(String platform, String command, String text, String undo) {
    /** Advice, or a command of which nothing needs to be taken back. */
    public Fix(String platform, String command, String text) {
        this(platform, command, text, "");
    }
}
