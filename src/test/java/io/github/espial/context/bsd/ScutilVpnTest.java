package io.github.espial.context.bsd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class ScutilVpnTest {
    @Test
    void readsTheInterfaceOfAConnectedClient() {
        ContextFile file = Reading.sample("macos-client.txt");
        assertThat(InWords.policies(file)).containsExactly("OUT 0.0.0.0/0 0.0.0.0/0 ->203.0.113.187 TUNNEL in ppp0");
        assertThat(InWords.interfaces(file)).contains("ppp0 10.11.0.6");
        assertThat(file.unread()).isEmpty();
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void takesNothingOfOneThatIsNotConnected() {
        ContextFile file = Reading.wholly("scutil --nc", """
                Disconnected
                Extended Status <dictionary> {
                  PPP : <dictionary> {
                    CommRemoteAddress : 203.0.113.187
                    Status : 0
                  }
                  Status : 0
                }
                """);
        assertThat(file.entries().policies()).isEmpty();
        assertThat(file.entries().interfaces()).isEmpty();
    }

    @Test
    void leavesOtherDictionariesAlone() {
        assertThat(Reading.of("""
                Connected
                to the server
                <dictionary> {
                  Addresses : <array> {
                    0 : 10.11.0.6
                  }
                }
                """).isRecognised()).isFalse();
    }
}
