package io.github.espial.cli;

import java.util.Optional;

/** The version of this program. */
final class Version {
    private Version() {}

    /** As the build wrote it into the jar; {@code development} when not run from a jar. */
    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
