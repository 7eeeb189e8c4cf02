package io.github.espial.batch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketFileTest {
    private static Ticket read(String text) {
        return TicketFile.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "ticket.yaml",
                Ticket.named("4711 Oslo"));
    }

    @Test
    void readsEveryMember() {
        Ticket ticket = read("""
                id: 0815
                title: "Tunnel: dead"
                customer: Example Ltd
                server: [192.0.2.10, "00:0c:29:5e:10:0a"]
                gateway: 192.0.2.1=00:1b:21:aa:00:01
                nextHops:
                  198.51.100.20: 192.0.2.254
                  2001:db8::20: 2001:db8:1::fe=00:1b:21:bb:00:fe
                keys: xfrm-state.txt
                notes: |
                  Two lines,
                  of which this is one.
                """);
        assertThat(ticket.problems()).isEmpty();
        assertThat(ticket.id()).as("as it is written, not as a number").isEqualTo("0815");
        assertThat(ticket.title()).isEqualTo("Tunnel: dead");
        assertThat(ticket.customer()).contains("Example Ltd");
        assertThat(ticket.notes()).contains("Two lines,\nof which this is one.");
        assertThat(ticket.keys()).containsExactly("xfrm-state.txt");
        assertThat(ticket.stated().serverAddresses()).containsExactly(IpAddress.parse("192.0.2.10"));
        assertThat(ticket.stated().serverMacs()).containsExactly(MacAddress.parse("00:0c:29:5e:10:0a"));
        assertThat(ticket.stated().gateways()).singleElement().hasToString("192.0.2.1 (00:1b:21:aa:00:01)");
        assertThat(ticket.stated().nextHops().get(IpAddress.parse("198.51.100.20")))
                .hasToString("192.0.2.254");
        assertThat(ticket.stated().nextHops().get(IpAddress.parse("2001:db8::20")))
                .hasToString("2001:db8:1::fe (00:1b:21:bb:00:fe)");
    }

    @Test
    void readsTheExampleOfThePageOnBatches() throws Exception {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/batch.md")));
        assertThat(example.find()).isTrue();
        Ticket ticket = read(example.group(1));
        assertThat(ticket.problems()).isEmpty();
        assertThat(ticket.id()).isEqualTo("4711");
        assertThat(ticket.stated().nextHops()).hasSize(1);
    }

    @Test
    void tellsWhatIsWrongByLineAndTakesTheRest() {
        Ticket ticket = read("""
                id: 7
                color: red
                server: [192.0.2.300, 192.0.2.10]
                gateway: {}
                nextHops: 192.0.2.254
                title: [a, b]
                """);
        assertThat(ticket.problems())
                .containsExactly(
                        "ticket.yaml: line 2: unknown member color; there are id, title, customer, server, gateway, nextHops,"
                                + " keys, notes",
                        "ticket.yaml: line 3: 192.0.2.300: expected ADDRESS or MAC",
                        "ticket.yaml: line 4: expected a text, or a list of texts",
                        "ticket.yaml: line 5: expected PEER: ADDRESS or ADDRESS=MAC, a line each",
                        "ticket.yaml: line 6: expected a text");
        assertThat(ticket.id()).isEqualTo("7");
        assertThat(ticket.title()).isEqualTo("Oslo");
        assertThat(ticket.stated().serverAddresses()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: [1, 2",
                "\tid: 7",
                "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]",
                "? ? ? ? {",
                "id: 7\nid: 8",
                "--- 1\n--- 2",
                "just a text"
            })
    void doubtfulFilesAreOneProblem(String text) {
        Ticket ticket = read(text);
        assertThat(ticket.problems()).isNotEmpty().allMatch(problem -> problem.startsWith("ticket.yaml: "));
        assertThat(ticket.problems()).allMatch(problem -> problem.lines().count() == 1);
    }

    @Test
    void refusesDeepAndLongFiles() {
        assertThat(read("[".repeat(5_000)).problems()).hasSize(1);
        assertThat(read("notes: " + "x".repeat(TicketFile.MOST_OCTETS)).problems())
                .singleElement()
                .asString()
                .contains("longer than");
        assertThat(read("id: !!javax.script.ScriptEngineManager [x]").problems())
                .containsExactly("ticket.yaml: line 1: expected a text");
    }

    @Test
    void anEmptyFileSaysNothing() {
        assertThat(read("# later\n")).isEqualTo(Ticket.named("4711 Oslo"));
    }

    @ParameterizedTest
    @CsvSource({
        "4711 Oslo is dead, 4711, Oslo is dead",
        "INC0012345 - Oslo, INC0012345, Oslo",
        "ABC-42_tunnel down, ABC-42, tunnel down",
        "Oslo is dead, Oslo is dead, Oslo is dead",
        "4711, 4711, 4711"
    })
    void theNameOfTheFolderTellsToo(String name, String id, String title) {
        Ticket ticket = Ticket.named(name);
        assertThat(ticket.id()).isEqualTo(id);
        assertThat(ticket.title()).isEqualTo(title);
        assertThat(ticket.customer()).isEqualTo(Optional.empty());
    }
}
