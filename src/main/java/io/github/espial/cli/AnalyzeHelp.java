package io.github.espial.cli;

/** What {@code --help} says of the options that {@code analyze} and {@code compare} share, grouped by what they are for. */
final class AnalyzeHelp {
    private AnalyzeHelp() {}

    /** Usage, options and examples of {@code espial analyze}. */
    static String ofAnalyze() {
        return """
                usage: espial analyze INPUT... [OPTION...]

                Diagnose one case. INPUT is a capture (pcap, pcapng, Network Monitor, snoop or etl; compressed or not),
                what espial scan made of captures, a file with words of the machine (its routes, neighbors, policies,
                keys, as its commands print them), a folder or ZIP archive that holds all this, or - for standard input.
                All inputs of a call are one case.

                """ + options() + """

                Examples
                  espial case.pcap                                  the answer; analyze is understood
                  espial analyze eth0.pcap eth2.pcap --details      all cards of a server, and all that was found
                  espial analyze ticket-4711/ -o ticket-4711.pdf    what the customer sent, as a report to hand on
                  espial analyze case.pcap -k xfrm-state.txt --next-hop 198.51.100.20=192.0.2.254
                """;
    }

    /** The options alone. */
    static String options() {
        return """
                Report
                  -o, --output FILE        write a report (repeatable); its ending says which: %s,
                                           or / for a folder that takes every chart as PNG and SVG
                      --case NUMBER        number or name of the case, on top of reports that are handed on
                  -f, --format text|json   what goes to standard output (default text)
                      --details            on a terminal: everything, not only the answer
                      --redact [KEYFILE]   addresses, MACs and names replaced, payloads left out, in all that is written; the
                                           same key gives the same replacements (16 octets or more; none: a new key)
                      --all                judge and report everything, however many peers, SAs and findings there are
                      --lang en|de         language of texts (default en); JSON and CSV stay English
                  -q, --quiet              print no report and no progress
                      --color WHEN         auto, always or never (default auto); --progress WHEN likewise

                What you know of the case
                  -k, --keys FILE          SA keys and policies: ip xfrm state, ip xfrm policy, setkey -D, Wireshark's
                                           esp_sa, logs of strongSwan and libreswan with keys (repeatable)
                      --server ADDRESS|MAC             the failing machine (repeatable)
                      --gateway ADDRESS[=MAC]          its default gateway (repeatable)
                      --next-hop PEER=ADDRESS[=MAC]    the proper next hop of a peer (repeatable)
                      --from TIME, --to TIME           only these frames: RFC 3339, or +90s from the start

                How it runs
                      --threads N              captures to read at the same time (default: processors)
                      --max-time SECONDS       when it is over, captures are read to their end, and the report says what
                                               was not come to
                      --max-decompressed SIZE  most that a compressed capture may become, as 500M, 64G (default: 1G, or
                                               1000 times its compressed size if that is more)
                  -h, --help                   this text
                """.formatted(ReportFormat.endings());
    }
}
