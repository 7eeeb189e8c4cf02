package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzeOptionsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --bogus                          | unknown option --bogus
            -x                               | unknown option -x
            -qx                              | unknown option -qx
            --quie                           | unknown option --quie
            --quiet=1                        | unknown option --quiet=1
            -5                               | unknown option -5
            --output                         | --output needs a value: FILE
            -o                               | --output needs a value: FILE
            -f                               | --format needs a value: text|json
            --server                         | --server needs a value: ADDRESS|MAC
            --gateway                        | --gateway needs a value: ADDRESS[=MAC]
            --next-hop                       | --next-hop needs a value: PEER=ADDRESS[=MAC]
            --from                           | --from needs a value: TIME
            --to                             | --to needs a value: TIME
            --color                          | --color needs a value: WHEN
            --threads                        | --threads needs a value: N
            --format xml                     | --format xml: expected text or json
            --format JSON                    | --format JSON: expected text or json
            --color maybe                    | --color maybe: expected auto, always or never
            --progress 1                     | --progress 1: expected auto, always or never
            --threads 0                      | --threads 0: expected a number from 1 to 256
            --threads 257                    | --threads 257: expected a number from 1 to 256
            --threads -1                     | --threads -1: expected a number from 1 to 256
            --threads 4.0                    | --threads 4.0: expected a number from 1 to 256
            --threads 99999999999            | --threads 99999999999: expected a number from 1 to 256
            --server localhost               | --server localhost: expected ADDRESS or MAC
            --server=                        | --server : expected ADDRESS or MAC
            --server 192.0.2.0/24            | --server 192.0.2.0/24: expected ADDRESS or MAC
            --server 1                       | --server 1: expected ADDRESS or MAC
            --server 00:0c:29:5e:10          | --server 00:0c:29:5e:10: expected ADDRESS or MAC
            --gateway gw                     | --gateway gw: expected ADDRESS or ADDRESS=MAC
            --gateway 192.0.2.1=             | --gateway 192.0.2.1=: expected ADDRESS or ADDRESS=MAC
            --gateway 00:0c:29:5e:10:0a      | --gateway 00:0c:29:5e:10:0a: expected ADDRESS or ADDRESS=MAC
            --gateway 192.0.2.1=192.0.2.2    | --gateway 192.0.2.1=192.0.2.2: expected ADDRESS or ADDRESS=MAC
            --next-hop 192.0.2.1             | --next-hop 192.0.2.1: expected PEER=ADDRESS or PEER=ADDRESS=MAC
            --next-hop =192.0.2.1            | --next-hop =192.0.2.1: expected PEER=ADDRESS or PEER=ADDRESS=MAC
            --next-hop 198.51.100.20=        | --next-hop 198.51.100.20=: expected PEER=ADDRESS
            --next-hop 1.1.1.1=2.2.2.2=3     | --next-hop 1.1.1.1=2.2.2.2=3: expected PEER=ADDRESS
            --from yesterday                 | --from yesterday: expected a time such as 2026-10-31T12:00:00Z, or +90s
            --from 2026-10-31                | --from 2026-10-31: expected a time
            --from 2026-10-31T12:00:00       | --from 2026-10-31T12:00:00: expected a time
            --from 2026-13-31T12:00:00Z      | --from 2026-13-31T12:00:00Z: expected a time
            --to -5s                         | --to -5s: expected a time
            --to +5                          | --to +5: expected a time
            --to +5d                         | --to +5d: expected a time
            --to +                           | --to +: expected a time
            --from +9s --to +8s              | --from is later than --to
            --from 2026-10-31T12:00:00.1Z --to 2026-10-31T12:00:00Z | --from is later than --to
            """)
    void refuses(String options, String said) {
        analyze(options).assertFailed(ExitStatus.USAGE, said);
    }

    @Test
    void needsAnInput() {
        Run.of("analyze").assertFailed(ExitStatus.USAGE, "no input", "espial analyze --help");
        Run.of("analyze", "-q", "--color", "never").assertFailed(ExitStatus.USAGE, "no input");
        Run.of("analyze", "").assertFailed(ExitStatus.USAGE, "empty");
    }

    @Test
    void readsStandardInputOnce() {
        Run.of("analyze", "-", Run.MISROUTED, "-").assertFailed(ExitStatus.USAGE, "only once");
        Run.of("analyze", "-", "--from", "+1s").assertFailed(ExitStatus.USAGE, "standard input", "twice");
        Run.of("analyze", "-", Run.MISROUTED, "--to", "+1s").assertFailed(ExitStatus.USAGE, "twice");
    }

    @Test
    void takesTheLastOfOptionsThatHaveOneValue() {
        Run run = analyze("--format text --color always --format json --color never --threads 7 --threads 1");
        assertThat(run.json().get("verdict").asText()).isEqualTo("misrouted");
    }

    @Test
    void takesOptionsBeforeBetweenAndAfterInputs() {
        Run before = Run.of("analyze", "-fjson", "--threads=1", Run.MISROUTED, Run.FIXED);
        assertThat(before.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(Run.of("analyze", Run.MISROUTED, "--format=json", Run.FIXED)).isEqualTo(before);
        assertThat(Run.of("analyze", Run.MISROUTED, Run.FIXED, "-f", "json")).isEqualTo(before);
        assertThat(Run.of("analyze", "-f", "json", "--", Run.MISROUTED, Run.FIXED))
                .isEqualTo(before);
    }

    @Test
    void saysNothingOnSuccess() {
        assertThat(analyze("-q")).isEqualTo(new Run(ExitStatus.FINDINGS, "", ""));
        assertThat(Run.of("analyze", Run.FIXED, "--quiet", "--progress", "always"))
                .isEqualTo(new Run(ExitStatus.CLEAN, "", ""));
    }

    private static Run analyze(String options) {
        List<Object> arguments = new ArrayList<>(List.of("analyze", Run.MISROUTED));
        arguments.addAll(Arrays.asList(options.split(" +", -1)));
        return Run.of(arguments.toArray());
    }
}
