package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;

/**
 * A remedy on one platform.
 *
 * @param platform where the command runs; {@link Platform#ANY} for advice only
 * @param command what to type; capital words stand for what the case does not tell. Empty for advice only
 * @param text what it does, one sentence without trailing period
 * @param undo what takes it back; empty for advice only
 */
public record Fix(Platform platform, String command, String text, String undo) {
    /** Advice, or a command of which nothing needs to be taken back. */
    public Fix(Platform platform, String command, String text) {
        this(platform, command, text, "");
    }
}
