package io.github.espial.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleCases;
import io.github.espial.report.SampleComparisons;
import io.github.espial.report.SampleReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageReportTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=y>\u001b[2J\u202e\u0000";

    static Stream<CaseReport> reports() {
        return Stream.of(
                SampleCases.misrouted(),
                SampleCases.misroutedPeers(20),
                SampleCases.undetermined(),
                SampleCases.healthyInTwoCaptures(),
                SampleCases.noIpsec(),
                SampleCases.withTunnel(HOSTILE),
                SampleCases.says(HOSTILE),
                SampleReports.misrouted());
    }

    @Test
    void saysWhatTheTextSays() throws Exception {
        assertThat(text(page(SampleCases.misrouted())))
                .contains(
                        "MISROUTED broken: ESP for 198.51.100.20 left for 192.0.2.1 (00:1b:21:aa:00:01)",
                        "To mend it, on the server: route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254",
                        "espial compare capture.pcap AFTER",
                        "error: ESP for 198.51.100.20 leaves for the wrong next hop",
                        "went to 192.0.2.1 (00:1b:21:aa:00:01)",
                        "should go to 192.0.2.254 (00:1b:21:bb:00:fe)",
                        "confidence 98.7 %",
                        "strong +4.0 IKE to 198.51.100.20 goes to 192.0.2.254",
                        "isakmp && eth.dst == 00:1b:21:bb:00:fe",
                        "a routed tunnel interface needs no such route",
                        "ESP 0xcd1d3508 192.0.2.10 > 198.51.100.20 outbound 39 00:1b:21:aa:00:01",
                        "capture.pcap: pcap, 1019 frames, 3 malformed",
                        "esp-wrong-next-hop: IPsec traffic for a peer left for another next hop than the peer's own");
    }

    /** The policy names the page's own style and script by what they hold, and lets nothing else in. */
    @ParameterizedTest
    @MethodSource("reports")
    void letsNothingInFromElsewhere(CaseReport report) throws Exception {
        String page = page(report);
        String policy = decoded(only(page, "Content-Security-Policy\" content=\"([^\"]*)\""));
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src 'sha256-" + digest(only(page, "(?s)<style>(.*?)</style>"))
                        + "'; script-src 'sha256-" + digest(only(page, "(?s)<script>(.*?)</script>"))
                        + "'; base-uri 'none'; form-action 'none'");
        String markup = page.replaceAll("(?s)<(style|script)>.*?</\\1>", "");
        assertThat(markup)
                .doesNotContainPattern("<[^>]*\\s(style|src|on[a-z]+)\\s*=")
                .doesNotContain("<img", "<iframe", "<link");
        assertThat(matches(markup, "href=\"([^\"]*)\"")).allMatch(link -> link.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void writesTheSameTwiceAndNothingThatIsNotForReading(CaseReport report) throws Exception {
        String page = page(report);
        assertThat(page(report)).isEqualTo(page);
        assertThat(page.codePoints())
                .allMatch(character -> character == '\n'
                        || (Character.getType(character) != Character.CONTROL
                                && Character.getType(character) != Character.FORMAT
                                && Character.getType(character) != Character.SURROGATE));
    }

    @Test
    void showsHarmlesslyWhatCapturesSay() throws Exception {
        String page = page(SampleCases.says(HOSTILE));
        assertThat(page).doesNotContain("<script>alert", "<img").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(text(page)).contains("<script>alert(1)</script>\"'&<img src=x onerror=y>\\u{1b}[2J\\u{202e}\\u{0}");
    }

    @Test
    void tellsOfTwentyPeersOnce() throws Exception {
        String page = page(SampleCases.misroutedPeers(20));
        assertThat(matches(page, "<article class=\"finding ([a-z]+)\"")).containsExactly("error");
        assertThat(text(page)).contains("ESP for 20 peers leaves for 192.0.2.1 instead of 192.0.2.254");
    }

    @Test
    void foldsWhatABrowserCannotHold() throws Exception {
        String page = page(SampleCases.withAssociations(10_000));
        assertThat(page.length()).isLessThan(10_000_000);
        assertThat(text(page)).contains("and 8000 more; the JSON report has all");
    }

    @Test
    void drawsWhatHappenedWhen() throws Exception {
        String page = page(SampleReports.misrouted());
        assertThat(matches(page, "<svg class=\"lane ([a-z]+)\"")).contains("wrong", "plain", "event");
        assertThat(text(page)).contains("ESP to 192.0.2.1", "not the proper next hop", "IKE to 192.0.2.254");
    }

    @Test
    void comparesTwoCases() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PageComparison("espial 1.2.3").write(SampleComparisons.partlyMended(), out);
        String page = out.toString(StandardCharsets.UTF_8);
        assertThat(text(page))
                .contains(
                        "PARTLY MENDED ESP for 198.51.100.20 still leaves for 192.0.2.1 (00:1b:21:aa:00:01)",
                        "198.51.100.20: partly mended",
                        "sent 40 frames 32 frames",
                        "before: capture-0.pcap: 58 frames, misrouted");
        assertThat(page).contains("default-src 'none'".replace("'", "&#39;"));
    }

    private static String page(CaseReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PageReport("espial 1.2.3").write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What a reader sees, on one line. */
    private static String text(String page) {
        String body =
                page.substring(page.indexOf("<body>")).replaceAll("(?s)<(style|script|button)[^>]*>.*?</\\1>", "");
        return decoded(body.replaceAll("<[^>]+>", " ")).replaceAll("\\s+", " ");
    }

    private static String decoded(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String only(String text, String pattern) {
        Matcher match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).isTrue();
        String found = match.group(1);
        assertThat(match.find()).isFalse();
        return found;
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String digest(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
