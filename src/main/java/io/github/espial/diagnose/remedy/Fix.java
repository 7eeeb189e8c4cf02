package io.github.espial.diagnose.remedy;

import io.github.espial.context.Platform;

/**
 * A remedy on one platform.
 *
 * @param platform where the command runs; {@link Platform#ANY} for advice only
 * @param command what to type; capital words stand for what the case does not tell. Empty for advice only
 * @param text what it does, one sentence without trailing period
 * @param undo what takes it back; empty for advice only
 * @param basis whether the case tells what the command names
 * @param first the command whose output may show that something else is to be mended; empty for none
 */
public record Fix(Platform platform, String command, String text, String undo, Basis basis, String first) {
    /** Where what a command names is from. */
    public enum Basis {
        /** The case tells it. */
        TOLD,
        /** The networks are guessed from destinations that were seen. */
        GUESSED,
        /** Words in capitals stand for networks that nobody told. */
        UNKNOWN
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Fix fix
                && fix.platform == platform
                && fix.command.equals(command)
                && fix.text.equals(text)
                && fix.undo.equals(undo)
                && fix.basis == basis
                && fix.first.equals(first);
    }

    @Override
    public int hashCode() {
        return (31 * command.hashCode() + text.hashCode()) * 31 + undo.hashCode();
    }

    /** A command before which nothing is to be looked at. */
    public Fix(Platform platform, String command, String text, String undo, Basis basis) {
        this(platform, command, text, undo, basis, "");
    }

    /** A command that names what the case tells. */
    public Fix(Platform platform, String command, String text, String undo) {
        this(platform, command, text, undo, Basis.TOLD);
    }

    /** Advice, or a command of which nothing needs to be taken back. */
    public Fix(Platform platform, String command, String text) {
        this(platform, command, text, "");
    }
}
