package io.github.espial.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.ContextFile;
import io.github.espial.diagnose.ask.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class AskedMachineTest {
    @Test
    void tellsWhatItsCommandsPrint() throws Exception {
        Questionnaire questions = new Questionnaire("test", """
                # routes: which next hop each network has
                ip() { printf 'default via 192.0.2.1 dev eth0\\n10.20.0.0/16 via 192.0.2.254 dev eth0\\n'; }; ip route
                no-such-command-anywhere --at all
                # packets: what is not to be run
                echo 203.0.113.0/24 via 192.0.2.77 dev eth0
                """);

        ContextFile words = new AskedMachine(questions).words();

        assertThat(words.isRecognised()).isTrue();
        assertThat(words.entries().routes().toString()).contains("192.0.2.254").doesNotContain("192.0.2.77");
    }
}
