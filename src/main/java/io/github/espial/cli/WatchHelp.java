package io.github.espial.cli;

/** What {@code espial watch --help} says. */
final class WatchHelp {
    private WatchHelp() {}

    static String text() {
        return """
                usage: espial watch -i INTERFACE... [WORDS...] [OPTION...]
                       espial watch - [WORDS...] [OPTION...]
                       espial watch FILE.pcapng [WORDS...] [OPTION...]
                       espial watch --list

                Watch a capture while it runs: which next hop ESP takes for each peer, from the first packets on, what
                changes while routes are mended, and the moment it is right. - is a capture on standard input; FILE is one
                that is being written, and is followed as it grows, as are the files after it of a ring (dumpcap -b).
                WORDS are files with words of the machine, as for espial analyze. Ends with the capture, with Ctrl-C or
                SIGTERM.

                Report
                  -o, --output FILE        write a report at the end (repeatable), as espial analyze does
                  -f, --format text|json   a line for everything that comes about (default text)
                  -w, --write FILE.pcapng  record the capture; --ring 10x100M in so many files of that size, of which the
                                           oldest is removed
                  -q, --quiet; --color WHEN; --lang en|de; --all: as for espial analyze

                Capture
                  -i, --interface NAME     an interface (repeatable: all cards of the server); --list names them, the one
                                           that faces the default gateway marked
                      --light              only what judgement needs, and a sample of the rest: for busy servers
                      --filter EXPRESSION  what the system passes, in tcpdump's language (default: all)
                      --snap-length OCTETS of each frame at the most; --buffer SIZE of each interface (default 64M)
                      --promiscuous        frames for other machines too
                      --capture-with PROGRAM   dumpcap or tcpdump capture, in place of libpcap

                When to stop
                      --for TIME           after so long, such as 60s, 10m, 8h
                      --until healthy      once IPsec goes where it should, whatever went on before
                      --until finding      once an error is found
                      --fail-on ongoing    what is mended does not count for the exit status

                What you know of the case
                  -k, --keys FILE, --server, --gateway, --next-hop: as for espial analyze

                      --ask-machine        run the read-only commands of espial ask on this machine, now and after changes

                How it runs
                      --metrics 127.0.0.1:9469   tell a monitoring system, as OpenMetrics under /metrics
                      --keep TIME          how much of the past is looked at (default 8h)
                  -h, --help               this text

                Examples
                  espial watch -i eth0 -i eth2 -w case.pcapng -o case.pdf --for 10m
                  dumpcap -q -i eth0 -i eth2 -w - | espial watch -
                  ssh server tcpdump -U -s 0 -i eth0 -w - 'not port 22' | espial watch - --until healthy
                  dumpcap -q -i eth0 -w - | espial watch - -w case.pcapng -o case.pdf --for 10m

                Exit status: 0 no error found; 1 an error found; 2 wrong command line; 3 no capture, or an output could
                not be written.
                """;
    }
}
