package io.github.espial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what an installation shares with the system: completion for shells, and the manual. The build calls it. */
public final class Shares {
    private Shares() {}

    /**
     * Writes them.
     *
     * @param arguments the folder of the installation, and the program's version
     */
    public static void main(String[] arguments) throws IOException {
        Path installation = Path.of(arguments[0]);
        for (ShellCompletion shell : ShellCompletion.values()) {
            write(installation.resolve(shell.file()), shell.script(Commands.all()));
        }
        write(installation.resolve(ManualPage.FILE), ManualPage.of(Commands.all(), arguments[1]));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
