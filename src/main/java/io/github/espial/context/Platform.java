package io.github.espial.context;

/** What kind of machine prints an output, or takes a command. */
public enum Platform {
    WINDOWS("windows", "windows"),
    LINUX("linux", "linux"),
    /** FreeBSD, macOS, and the firewalls made of them; commands are those of FreeBSD. */
    BSD("bsd", "freebsd"),
    CISCO("cisco", "cisco"),
    /** Any, or it is no machine's output. */
    ANY("any", "any");

    private final String name;
    private final String ofCommands;

    Platform(String name, String ofCommands) {
        this.name = name;
        this.ofCommands = ofCommands;
    }

    /** What reports call it where a command is for it. */
    public String ofCommands() {
        return ofCommands;
    }

    /** What reports call it where its words were given. */
    @Override
    public String toString() {
        return name;
    }
}
