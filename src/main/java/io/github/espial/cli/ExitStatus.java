package io.github.espial.cli;

/** What the process tells its caller; the numbers are part of the interface. */
public enum ExitStatus {
    /** Analysed, no finding of severity error. */
    CLEAN(0),
    /** Analysed, at least one finding of severity error. */
    FINDINGS(1),
    /** The command line is wrong. */
    USAGE(2),
    /** An input could not be read at all, or an output could not be written. */
    UNREADABLE(3),
    /** A comparison cannot tell what became of the fault. */
    CANNOT_TELL(4);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The number that the process exits with. */
    public int code() {
        return code;
    }
}
