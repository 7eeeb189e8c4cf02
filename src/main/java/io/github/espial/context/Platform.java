package io.github.espial.context;

/** What kind of machine prints an output, or takes a command. */
public enum Platform {
    WINDOWS("windows", "windows"),
    LINUX("linux", "linux"),
    /** FreeBSD, macOS, and the firewalls made of them; commands are those of FreeBSD. */
    BSD("bsd", "freebsd"),
    CISCO("cisco", "cisco"),
    FORTIOS("fortios", "fortios"),
    ROUTEROS("routeros", "routeros"),
    /** VyOS, EdgeOS, and other machines whose routes FRR or Quagga shows. */
    VYOS("vyos", "vyos"),
    JUNOS("junos", "junos"),
    PANOS("panos", "panos"),
    CHECKPOINT("checkpoint", "checkpoint"),
    /** SonicWall's. */
    SONICOS("sonicos", "sonicos"),
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

    /** Whether it is a router's or firewall's own system: its words may as well be the far end's. */
    public boolean isRouter() {
        return switch (this) {
            case CISCO, FORTIOS, ROUTEROS, JUNOS, PANOS, CHECKPOINT, SONICOS -> true;
            case WINDOWS, LINUX, BSD, VYOS, ANY -> false;
        };
    }

    /** What reports call it where its words were given. */
    @Override
    public String toString() {
        return name;
    }
}
